import type { PlaybookView } from '@yinuo/contract'
import type { WaitingApproval } from './waiting-approval.ts'

type Fact = { readonly label: string; readonly value: string }

/** The considerations before negotiating in words, in the order of their form (NEG-03); what was left empty is left out. */
export function weighedFacts(
  values: WaitingApproval['weighed'],
  playbook: Pick<PlaybookView, 'forms' | 'choices'>,
  words: { readonly yes: string; readonly no: string },
): readonly Fact[] {
  return (playbook.forms['negotiation']?.fields ?? []).flatMap((field) => {
    const value = values[field.key]
    if (value === undefined || value === null || value === '') return []
    if (typeof value === 'boolean')
      return [{ label: field.label, value: value ? words.yes : words.no }]
    const choice = playbook.choices[field.choices ?? '']?.values.find((one) => one.key === value)
    return [{ label: field.label, value: choice?.label ?? String(value) }]
  })
}
