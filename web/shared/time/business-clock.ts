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

/** Differences below this are the network, not the clock. */
const JITTER_MS = 400

type Reading = {
  /** A stopped demonstration clock (SYS-05); a reading that does not say leaves that as it was. */
  readonly frozen?: boolean
  /** How long the answer may have been on its way: the true time lies at most so much later. */
  readonly ageMs?: number
}

/** Feeds one reading: ISO instant or epoch milliseconds. Slow or overtaken answers never turn the clock back. */
export function setBusinessNow(now: string | number, reading: Reading = {}): void {
  const read = typeof now === 'number' ? now : Date.parse(now)
  if (Number.isNaN(read)) return
  const { frozen = anchor?.frozen ?? false, ageMs = 0 } = reading
  if (anchor !== undefined && anchor.frozen === frozen) {
    const ahead = businessNow() - read
    if (ahead > -JITTER_MS && ahead < ageMs + JITTER_MS) return
  }
  anchor = { businessMs: read + ageMs / 2, monotonicMs: performance.now(), frozen }
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
