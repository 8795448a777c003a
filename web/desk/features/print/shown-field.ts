import type { ComplaintView, PlaybookView } from '@yinuo/contract'
import { asText } from '@yinuo/domain'
import type { Row } from './paper.ts'
import type { Source } from './words.ts'

type Field = PlaybookView['forms'][string]['fields'][number]

/** Every field of a form with what stands in it; an empty one keeps its line, for the pen. */
export function formRows(source: Source, form: string): readonly Row[] {
  const fields = source.playbook.forms[form]?.fields ?? []
  const held = source.view.forms[form]
  return fields.map((field) => {
    const reason = held?.unavailable[field.key]
    const value =
      reason === undefined
        ? shownField(source, field, held?.values[field.key])
        : source.words.t('unavailable', { reason })
    return { label: field.label, value: withCorrections(source, form, field, value) }
  })
}

/** A value by the playbook's labels: choices, money, yes and no, colleagues by name. */
export function shownField(
  { playbook, words, view }: Source,
  field: Pick<Field, 'type' | 'choices'>,
  value: unknown,
): string {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return words.t(value ? 'yes' : 'no')
  if (field.type === 'money' && typeof value === 'number') return words.yuan(value)
  const text = typeof value === 'number' ? String(value) : asText(value)
  if (field.type === 'choice')
    return (
      playbook.choices[field.choices ?? '']?.values.find(({ key }) => key === text)?.label ?? text
    )
  return field.type === 'person' ? (nameIn(view, text) ?? text) : text
}

/** CMP-03: what was signed stays, its correction stands beside it. */
function withCorrections(source: Source, form: string, field: Field, value: string): string {
  if (form !== 'registration') return value
  const corrections = source.view.corrections
    .filter((one) => one.field === field.key)
    .map((one) =>
      source.words.t('corrected', {
        value: shownField(source, field, one.value),
        name: one.by.name,
        when: source.words.time(one.at),
        reason: one.reason,
      }),
    )
  return [value, ...corrections].filter((part) => part !== '').join('\n')
}

function nameIn(view: ComplaintView, id: string): string | undefined {
  return [view.owner, view.recorder, ...view.receivers].find((one) => one.id === id)?.name
}
