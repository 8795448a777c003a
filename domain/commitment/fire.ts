import type { InstantText } from '../kernel/ids.ts'
import { after, isBefore } from '../kernel/instant.ts'
import type { LadderTarget } from '../playbook/playbook.ts'
import { evolveCommitment, type Commitment, type CommitmentEvent } from './commitment.ts'

export type Stage = {
  readonly at: InstantText
  readonly kind: 'warning' | 'breach' | 'rung'
  readonly to: readonly LadderTarget[]
}

/** The stages of a commitment in order: warn the owner, mark the miss and tell the first rung, then rung by rung (CLK-21). */
export function stagesOf(commitment: Commitment): readonly Stage[] {
  const { warnAt, dueAt } = commitment
  const warning: readonly Stage[] =
    warnAt === null ? [] : [{ at: warnAt, kind: 'warning', to: ['owner'] }]
  const first = commitment.ladder.filter((rung) => rung.at === dueAt).map((rung) => rung.to)
  const later = commitment.ladder.filter((rung) => rung.at !== dueAt)
  return [
    ...warning,
    { at: dueAt, kind: 'breach', to: first },
    ...later.map(({ at, to }): Stage => ({ at, kind: 'rung', to: [to] })),
  ]
}

/** When the commitment has to be looked at next; null when it is settled or has told everybody. */
export function nextFireAt(commitment: Commitment): InstantText | null {
  if (commitment.outcome !== 'open' && commitment.outcome !== 'broken') return null
  if (commitment.metAt !== null) return null
  return stagesOf(commitment)[commitment.fired]?.at ?? null
}

export type Firing = {
  readonly event: CommitmentEvent
  readonly stage: Stage
  readonly number: number
}

/**
 * Every stage whose time has come, in order, each exactly once; a program that was down fires all it missed. A clock on
 * silence first asks when the case last moved and starts anew if it did.
 */
export function fire(
  commitment: Commitment,
  now: InstantText,
  lastActivityAt: InstantText,
): { readonly restart: CommitmentEvent | null; readonly firings: readonly Firing[] } {
  const restart = restartBy(commitment, lastActivityAt)
  if (restart !== null) return { restart, firings: [] }
  const firings: Firing[] = []
  let state = commitment
  for (
    let next = nextFireAt(state);
    next !== null && !isBefore(now, next);
    next = nextFireAt(state)
  ) {
    const number = state.fired
    const stage = stagesOf(state)[number]
    if (stage === undefined) break
    const event = eventOf(stage, number, state)
    firings.push({ event, stage, number })
    state = evolveCommitment(state, { ...event, at: now, by: null })
  }
  return { restart: null, firings }
}

function eventOf(stage: Stage, number: number, commitment: Commitment): CommitmentEvent {
  if (stage.kind === 'warning') return { type: 'commitment-warned', data: { stage: number } }
  if (stage.kind === 'breach')
    return { type: 'commitment-missed', data: { stage: number, dueAt: commitment.dueAt } }
  return { type: 'commitment-escalated', data: { stage: number, to: stage.to[0] ?? 'superior' } }
}

/** ESC-13: a clock on silence begins anew where the case moved after it began; null where it did not, or nothing counts silence. */
export function restartBy(
  commitment: Commitment,
  lastActivityAt: InstantText,
): CommitmentEvent | null {
  if (commitment.quietSpan === null || commitment.outcome !== 'open') return null
  const silentUntil = after(lastActivityAt, commitment.quietSpan)
  if (!isBefore(commitment.dueAt, silentUntil)) return null
  const shift = Temporal.Instant.from(silentUntil).since(Temporal.Instant.from(commitment.dueAt))
  const move = (at: InstantText): InstantText => Temporal.Instant.from(at).add(shift).toString()
  return {
    type: 'commitment-restarted',
    data: {
      dueAt: silentUntil,
      warnAt: commitment.warnAt === null ? null : move(commitment.warnAt),
      ladder: commitment.ladder.map((rung) => ({ ...rung, at: move(rung.at) })),
    },
  }
}
