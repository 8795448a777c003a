import { epochOf, type InstantLike } from './format-due.ts'

export const CLOCK_STATES = ['calm', 'soon', 'late', 'done', 'paused'] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** What a clock says beside its figure. `rescheduled` and `void` look neutral, like a pause: nothing runs any more. */
export type ClockWord =
  | 'left'
  | 'over'
  | 'done'
  | 'done-late'
  | 'paused'
  | 'rescheduled'
  | 'void'
  | 'opens'

export type ClockTimes = {
  readonly openedAt: InstantLike
  readonly dueAt: InstantLike
  readonly warnAt?: InstantLike | null | undefined
  readonly outcome: 'open' | 'met' | 'met-late' | 'rescheduled' | 'broken' | 'void'
  readonly metAt?: InstantLike | null | undefined
  /** Set while the clock stands still. */
  readonly pausedAt?: InstantLike | null | undefined
}

export type ClockReading = {
  readonly state: ClockState
  readonly word: ClockWord
  /** Milliseconds to the due time, negative when past it; for a clock that has ended, as it was then. */
  readonly leftMs: number
  /** From opening to meeting; 0 while open. */
  readonly usedMs: number
  /** What is left of the allowed time, 0 … 1; 1 when late (a full red bar), null before the window opens. */
  readonly fuse: number | null
}

/**
 * Reads a clock at business time `now` (CLK-21). "Soon" begins at the playbook's warning, not at a fixed hour; a clock met
 * after its due time stays `done-late` for ever, a broken promise stays late until it is met.
 */
export function clockState(times: ClockTimes, now: InstantLike): ClockReading {
  const opened = epochOf(times.openedAt)
  const due = epochOf(times.dueAt)
  const stopped = times.metAt ?? times.pausedAt
  const at = stopped == null ? epochOf(now) : epochOf(stopped)
  const leftMs = due - at
  const fuse = clamp(leftMs / Math.max(1, due - opened))
  const running = (
    state: ClockState,
    word: ClockWord,
    bar: number | null = fuse,
  ): ClockReading => ({
    state,
    word,
    leftMs,
    usedMs: times.metAt == null ? 0 : Math.max(0, at - opened),
    fuse: bar,
  })

  if (times.outcome === 'void' || times.outcome === 'rescheduled')
    return running('paused', times.outcome, null)
  if (times.metAt != null || times.outcome === 'met' || times.outcome === 'met-late') {
    const late = times.outcome === 'met-late' || leftMs < 0
    return running('done', late ? 'done-late' : 'done', null)
  }
  if (times.outcome === 'broken' || leftMs < 0) return running('late', 'over', 1)
  if (times.pausedAt != null) return running('paused', 'paused')
  if (at < opened) return running('calm', 'opens', null)
  const warned = times.warnAt != null && at >= epochOf(times.warnAt)
  return running(warned ? 'soon' : 'calm', 'left')
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
