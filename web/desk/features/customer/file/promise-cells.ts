import type { CommitmentView } from '@yinuo/contract'

export type PromiseCell = 'kept' | 'rescheduled' | 'broken'

/**
 * Promises by mouth that have fallen due at business time `now` (epoch ms), in order of their due times. Kept late is broken: a
 * miss is never erased (PRM-01). Void ones do not count.
 */
export function promiseCells(
  promises: readonly CommitmentView[],
  now: number,
): readonly { readonly promise: CommitmentView; readonly cell: PromiseCell }[] {
  return promises
    .filter(({ kind }) => kind === 'promise')
    .flatMap((promise) => {
      const cell = cellOf(promise, now)
      return cell === null ? [] : [{ promise, cell }]
    })
    .sort((a, b) => (a.promise.dueAt < b.promise.dueAt ? -1 : 1))
}

/** Not yet due, soonest first. */
export function openPromises(
  promises: readonly CommitmentView[],
  now: number,
): readonly CommitmentView[] {
  return promises
    .filter((one) => one.kind === 'promise' && one.outcome === 'open' && cellOf(one, now) === null)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
}

function cellOf({ outcome, dueAt }: CommitmentView, now: number): PromiseCell | null {
  switch (outcome) {
    case 'met':
      return 'kept'
    case 'rescheduled':
      return 'rescheduled'
    case 'met-late':
    case 'broken':
      return 'broken'
    case 'open':
      return Date.parse(dueAt) < now ? 'broken' : null
    case 'void':
      return null
  }
}
