import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import {
  listShortcuts,
  registerShortcut,
  type Shortcut,
  watchShortcuts,
} from './shortcut-registry.ts'

/** How many modal dialogs one stands in; `Dialog` counts it up. */
export const DialogDepth = createContext(0)

type Options = {
  /** Shown in the cheat sheet (`?`); without it the shortcut works but is not listed. */
  readonly label?: string
  readonly enabled?: boolean
  readonly inFields?: boolean
}

/** `useShortcut('Alt+E', sign, { label: '签字并移交' })`. Matched by position, never during IME composition. */
export function useShortcut(
  keys: string,
  handler: (event: KeyboardEvent) => void,
  options: Options = {},
): void {
  const { label = '', enabled = true, inFields } = options
  const depth = useContext(DialogDepth)
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!enabled) return
    const call = (event: KeyboardEvent): void => latest.current(event)
    return registerShortcut({
      keys,
      label,
      depth,
      handler: call,
      ...(inFields === undefined ? {} : { inFields }),
    })
  }, [keys, label, enabled, inFields, depth])
}

/** All shortcuts now in force, for the cheat sheet. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(watchShortcuts, listShortcuts, listShortcuts)
}
