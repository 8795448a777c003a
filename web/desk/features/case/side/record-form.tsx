import { api } from '@yinuo/contract'
import { ActionButton, LockedAction } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { cleaned, type FormContent, withValue } from '../form/entries.ts'
import { type PlaybookField, recordFields } from '../form/field-shape.ts'
import { focusField, FormFields } from '../form/form-fields.tsx'
import { useKept } from '../kept-state.ts'
import { reasonsAgainst } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { contactPerson } from '../steps/use-told.ts'
import { useTexts } from '../texts.ts'
import { useShortReasons } from '../use-short-reasons.ts'

/** A record of the playbook, appended and never changed (INV-01, INV-03). Ctrl+Enter records it. */
export function RecordForm(props: {
  readonly kind: string
  readonly onDone: () => void
}): ReactElement {
  const { kind, onDone } = props
  const { view, playbook } = useCase()
  const t = useTexts()
  const fields = recordFields(playbook, kind)
  const [content, setContent, letGo] = useKept<FormContent>(`${view.id}.${kind}`, {
    values: beginning(kind, fields, contactPerson(view)),
    unavailable: {},
  })
  const act = useCaseAct(api.complaint.addRecord, () => {
    letGo()
    onDone()
  })
  const reasons = useShortReasons()(reasonsAgainst(view, 'add-record'))
  const record = (skip?: Record<string, string>): void =>
    void act.run({
      params: { id: view.id },
      body: {
        kind,
        values: { ...cleaned(content).values },
        ...(skip === undefined ? {} : { skip }),
      },
    })
  const label =
    kind === 'note' || kind === 'contact' || kind === 'consultation'
      ? t(`record.${kind}`)
      : t('record.do')
  return (
    <div className="case-side-form">
      <FormFields
        narrow
        form={kind}
        fields={fields}
        content={content}
        unmet={act.refusal?.unmet ?? []}
        onValue={(key, value) => setContent((held) => withValue(held, key, value))}
      />
      {reasons.length > 0 ? (
        <LockedAction label={label} reasons={reasons} />
      ) : (
        <ActionButton keys="Ctrl+Enter" pending={act.pending} onPress={() => record()}>
          {label}
        </ActionButton>
      )}
      <ActProblem act={act} onField={focusField} onSkip={record} />
    </div>
  )
}

/** What is most likely so: by telephone, with the person who is known, and for a talk that it came about. */
function beginning(
  kind: string,
  fields: readonly PlaybookField[],
  person: string,
): FormContent['values'] {
  const keys = fields.filter((field) => field.required).map((field) => field.key)
  return {
    ...(keys.includes('means') ? { means: 'phone' } : {}),
    ...(keys.includes('person') ? { person } : {}),
    ...(kind === 'contact' ? { reached: true } : {}),
  }
}
