import type { CommitmentView } from '@yinuo/contract'

/** Running and missed clocks soonest first (the latest miss leads), then what is done, newest first; void ones last. */
export function stripOrder(commitments: readonly CommitmentView[]): readonly CommitmentView[] {
  return commitments.toSorted(
    (a, b) => rank(a) - rank(b) || (rank(a) === 0 ? due(a) - due(b) : ended(b) - ended(a)),
  )
}

export function isRunning(commitment: CommitmentView): boolean {
  return rank(commitment) === 0
}

function rank({ outcome, metAt }: CommitmentView): number {
  if (outcome === 'open' || (outcome === 'broken' && metAt === null)) return 0
  return outcome === 'void' || outcome === 'rescheduled' ? 2 : 1
}

function due(commitment: CommitmentView): number {
  return Date.parse(commitment.dueAt)
}

function ended(commitment: CommitmentView): number {
  return Date.parse(commitment.metAt ?? commitment.dueAt)
}
