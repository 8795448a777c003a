import { useSyncExternalStore } from 'react'

/**
 * When a session ends in the middle of work, calls wait here while a dialog asks for the password in place; after
 * login they go on with the same key, so nothing typed is lost and nothing happens twice (SYS-02).
 */
type Waiting = { readonly go: () => void; readonly leave: () => void }

let waiting: Waiting[] = []
const listeners = new Set<() => void>()

/** Resolves true after login, false when the user leaves instead. */
export function waitForLogin(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting.push({ go: () => resolve(true), leave: () => resolve(false) })
    tell()
  })
}

export function sessionRenewed(): void {
  for (const entry of takeAll()) entry.go()
}

export function sessionLeft(): void {
  for (const entry of takeAll()) entry.leave()
}

/** True while work waits for a login; the shell shows the dialog then. */
export function useSessionExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting.length > 0,
  )
}

function takeAll(): readonly Waiting[] {
  const all = waiting
  waiting = []
  tell()
  return all
}

function tell(): void {
  for (const listener of listeners) listener()
}
