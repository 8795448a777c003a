import type { DayItem } from '@yinuo/contract'

export type DayTarget =
  | { readonly to: '/complaints/$id'; readonly params: { readonly id: string } }
  | { readonly to: '/intake'; readonly search: { readonly draft: string } }
  | { readonly to: '/tasks' }
  | { readonly to: '/' }

/** Where the one action of a row is done. Tasks have their own page: a warehouse does not see the case. */
export function targetOf(item: DayItem): DayTarget {
  if (item.draftId !== null) return { to: '/intake', search: { draft: item.draftId } }
  if (item.noun === 'task') return { to: '/tasks' }
  if (item.complaintId !== null) return { to: '/complaints/$id', params: { id: item.complaintId } }
  return { to: '/' }
}

const VERBS = [
  'open',
  'keep',
  'decide',
  'execute',
  'acknowledge',
  'sign',
  'confirm-scan',
  'continue',
] as const
export type DayVerb = (typeof VERBS)[number]

/** An action this screen has no verb for still opens. */
export function verbOf(item: DayItem): DayVerb {
  return VERBS.find((verb) => verb === item.action) ?? 'open'
}
