import { useSyncExternalStore } from 'react'

/**
 * The business time of the organisation, as the server tells it. The browser's own clock is never read: between two
 * messages the time is carried forward by the monotonic `performance.now()`, so a wrong or moved PC clock changes nothing.
 */
type Anchor = {
  readonly businessMs: number
  readonly monotonicMs: number
  readonly frozen: boolean
}

let anchor: Anchor | undefined
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Feeds one reading: ISO instant or epoch milliseconds. `frozen` holds for a stopped demonstration clock (SYS-05). */
export function setBusinessNow(now: string | number, frozen = false): void {
  const businessMs = typeof now === 'number' ? now : Date.parse(now)
  if (Number.isNaN(businessMs)) return
  const before = anchor === undefined ? undefined : businessNow()
  // Readings arrive with every response; network delay alone must not make the seconds jitter.
  if (before !== undefined && anchor?.frozen === frozen && Math.abs(businessMs - before) < 400)
    return
  anchor = { businessMs, monotonicMs: performance.now(), frozen }
  tell()
}

/** Business time in epoch milliseconds; before the first message of the server the browser's clock stands in. */
export function businessNow(): number {
  if (anchor === undefined) return Date.now()
  return anchor.frozen
    ? anchor.businessMs
    : anchor.businessMs + performance.now() - anchor.monotonicMs
}

/** Re-renders once a business second and returns it in epoch milliseconds. Pass it down as `now`; do not ask in every row. */
export function useBusinessNow(): number {
  return useSyncExternalStore(subscribe, wholeSecond, wholeSecond)
}

function wholeSecond(): number {
  return Math.floor(businessNow() / 1000) * 1000
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) schedule()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearTimeout(timer)
  }
}

function schedule(): void {
  clearTimeout(timer)
  timer = setTimeout(
    () => {
      tell()
      if (listeners.size > 0) schedule()
    },
    1000 - (businessNow() % 1000) + 5,
  )
}

function tell(): void {
  for (const listener of listeners) listener()
}
