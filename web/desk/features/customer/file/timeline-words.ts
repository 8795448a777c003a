import type { CustomerEntry } from '@yinuo/contract'

const TYPES = [
  'registered',
  'report-merged',
  'closed',
  'reopened',
  'agreement-drafted',
  'scan-confirmed',
  'agreement-accepted',
  'agreement-voided',
  'followed-up',
  'care-made',
  'promised',
  'purchased',
] as const
const OUTCOMES = ['open', 'met', 'met-late', 'rescheduled', 'broken'] as const

/** The word for what happened; what a newer server tells is called by its kind. */
export function entryWord(entry: Pick<CustomerEntry, 'type' | 'kind'>) {
  const type = TYPES.find((one) => one === entry.type)
  return type === undefined
    ? (`timeline.kind.${entry.kind}` as const)
    : (`timeline.${type}` as const)
}

export function outcomeWord(entry: Pick<CustomerEntry, 'outcome'>) {
  const outcome = OUTCOMES.find((one) => one === entry.outcome)
  return outcome === undefined ? null : (`timeline.outcome.${outcome}` as const)
}
