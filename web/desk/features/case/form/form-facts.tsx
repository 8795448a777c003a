import { api } from '@yinuo/contract'
import { call, MaskedText, useMay } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { useShown } from '../use-shown.ts'
import { EMPTY_FORM, entryOf, isFilled } from './entries.ts'
import { groupedFields, isLongLabel, type PlaybookField } from './field-shape.ts'

/** A form as read: facts with their notes, masked numbers with 显示电话号码（留痕）, later corrections beside the original (CMP-03). */
export function FormFacts(props: { readonly form: string }): ReactElement {
  const { view, playbook } = useCase()
  const content = view.forms[props.form] ?? EMPTY_FORM
  const fields = (playbook.forms[props.form]?.fields ?? []).filter(
    (field) => field.required || isFilled(entryOf(content, field.key)),
  )
  return (
    <dl className={`y-facts case-facts${fields.some(isLongLabel) ? ' case-facts-long' : ''}`}>
      {groupedFields(fields).map(({ lead, notes }) => (
        <div key={lead.key} className="case-fact">
          <dt>{lead.label}</dt>
          <dd>
            <FactValue form={props.form} field={lead} />
            {notes.map((note) => (
              <FactValue key={note.key} form={props.form} field={note} />
            ))}
            {props.form === 'registration' ? <Corrections field={lead.key} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FactValue(props: { readonly form: string; readonly field: PlaybookField }): ReactElement {
  const { form, field } = props
  const { view } = useCase()
  const shown = useShown()
  const may = useMay('reveal-contacts')
  const held = view.forms[form]
  if (held?.masked.includes(field.key) === true) {
    const reveal = async (): Promise<string> => {
      const input = { params: { id: view.id }, body: { form, field: field.key } }
      return (await call(api.complaint.reveal, input)).value
    }
    return (
      <MaskedText
        masked={String(held.values[field.key] ?? '')}
        what={field.label}
        {...(may ? { onReveal: reveal } : {})}
      />
    )
  }
  return <span className="y-words">{shown(field, entryOf(held ?? EMPTY_FORM, field.key))}</span>
}

function Corrections({ field }: { readonly field: string }): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const when = useWhen()
  const found = view.corrections.filter((one) => one.field === field)
  if (found.length === 0) return null
  return (
    <ul className="case-corrections">
      {found.map((one) => (
        <li key={`${one.at}${one.value}`}>
          <span className="y-words">{t('correction.now', { value: one.value })}</span>
          <small>
            {t('correction.by', { name: one.by.name, when: when(one.at), reason: one.reason })}
          </small>
        </li>
      ))}
    </ul>
  )
}
