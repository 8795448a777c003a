import { type Commitment, type InstantText, millisecondsBetween, nextFireAt } from '@yinuo/domain'

/** Lets the worker know when the first of these commitments wants to be looked at. */
export function tellClocks(
  ports: { clocksMoved(inMs: number): void },
  commitments: readonly Commitment[],
  now: InstantText,
): void {
  const waits = commitments.flatMap((one) => {
    const at = nextFireAt(one)
    return at === null ? [] : [millisecondsBetween(now, at)]
  })
  if (waits.length > 0) ports.clocksMoved(Math.max(0, Math.min(...waits)))
}
