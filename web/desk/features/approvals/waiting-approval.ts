import type { api, OutputOf } from '@yinuo/contract'

export type WaitingApproval = OutputOf<typeof api.complaint.listApprovals>['approvals'][number]

type Named = Pick<WaitingApproval, 'complaintId' | 'kind'> & {
  readonly record: Pick<NonNullable<WaitingApproval['record']>, 'kind' | 'entry'> | null
}

/** A case may ask several things at once: each has a name of its own. */
export function nameOf({ complaintId, kind, record }: Named): string {
  return [complaintId, kind, record?.kind, record?.entry]
    .filter((part) => part !== undefined)
    .join(':')
}

/** Which row to stand on: the chosen one while it waits, else the one that took its place. */
export function placeOf(
  approvals: readonly Named[],
  chosen: { readonly id: string; readonly index: number },
): number {
  const found = approvals.findIndex((one) => nameOf(one) === chosen.id)
  return found >= 0 ? found : Math.max(0, Math.min(chosen.index, approvals.length - 1))
}

/** What the cost holds beyond its lines; shown as a line of its own, so that what stands there adds up (APR-01). */
export function restOf(plan: {
  readonly costFen: number | null
  readonly remedies: readonly { readonly amountFen: number }[]
}): number {
  const sum = plan.remedies.reduce((total, line) => total + line.amountFen, 0)
  return (plan.costFen ?? sum) - sum
}
