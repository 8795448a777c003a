import type { PlaybookView } from '@yinuo/contract'
import { formatFen } from '@yinuo/web-shared'
import type { WaitingApproval } from './waiting-approval.ts'

type Fact = { readonly label: string; readonly value: string }

type Field = PlaybookView['forms'][string]['fields'][number]
type Words = { readonly yes: string; readonly no: string }

/** The considerations before negotiating in words, in the order of their form (NEG-03). */
export function weighedFacts(
  values: WaitingApproval['weighed'],
  playbook: Pick<PlaybookView, 'forms' | 'choices'>,
  words: Words,
): readonly Fact[] {
  return factsOf(playbook.forms['negotiation']?.fields ?? [], values, playbook.choices, words)
}

/** Fields with what stands in them, in words; what was left empty is left out. */
export function factsOf(
  fields: readonly Pick<Field, 'key' | 'label' | 'type' | 'choices'>[],
  values: WaitingApproval['weighed'],
  choices: PlaybookView['choices'],
  words: Words,
): readonly Fact[] {
  return fields.flatMap((field) => {
    const value = values[field.key]
    if (value === undefined || value === null || value === '') return []
    if (typeof value === 'boolean')
      return [{ label: field.label, value: value ? words.yes : words.no }]
    if (field.type === 'money' && typeof value === 'number')
      return [{ label: field.label, value: formatFen(value) }]
    const choice = choices[field.choices ?? '']?.values.find((one) => one.key === value)
    return [{ label: field.label, value: choice?.label ?? String(value) }]
  })
}
