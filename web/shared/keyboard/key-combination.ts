/**
 * Key combinations are matched by position (`event.code`), not by character: Option+letter types `ø` on macOS and a
 * Chinese layout may move letters. `Ctrl` means ⌘ on a Mac.
 */
export type Combination = {
  readonly code: string
  readonly alt: boolean
  readonly ctrl: boolean
  readonly shift: boolean
}

const NAMED: Readonly<Record<string, string>> = {
  '/': 'Slash',
  Esc: 'Escape',
  Enter: 'Enter',
  Space: 'Space',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Tab: 'Tab',
}

/** Reads `Alt+E`, `Ctrl+K`, `Alt+0`, `/`, `?`, `Esc`. Throws on anything else: a mistake of the programmer. */
export function parseKeys(keys: string): Combination {
  if (keys === '?') return { code: 'Slash', alt: false, ctrl: false, shift: true }
  const parts = keys.split('+')
  const last = parts.at(-1) ?? ''
  const has = (name: string): boolean => parts.slice(0, -1).includes(name)
  return { code: codeOf(last), alt: has('Alt'), ctrl: has('Ctrl'), shift: has('Shift') }
}

export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
}

type KeyPress = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** Modifiers must match exactly, so AltGr (Ctrl+Alt on Windows) never fires an Alt shortcut. */
export function matches(wanted: Combination, event: KeyPress, mac = isMac()): boolean {
  const main = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  return (
    event.code === wanted.code &&
    event.altKey === wanted.alt &&
    main === wanted.ctrl &&
    event.shiftKey === wanted.shift &&
    !other
  )
}

/** Keys without Alt or Ctrl: they would type into a field, and can be switched off (WCAG 2.1.4). */
export function isSingleKey(wanted: Combination): boolean {
  return !wanted.alt && !wanted.ctrl && wanted.code !== 'Escape'
}

function codeOf(name: string): string {
  if (/^[A-Z]$/.test(name)) return `Key${name}`
  if (/^[0-9]$/.test(name)) return `Digit${name}`
  const code = NAMED[name]
  if (code === undefined) throw new Error(`unknown key in a shortcut: ${name}`)
  return code
}
