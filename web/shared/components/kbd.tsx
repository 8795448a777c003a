import type { ReactElement } from 'react'
import { isMac } from '../keyboard/key-combination.ts'

/** The keys that stand on a button: `Alt E`, on a Mac `⌥ E`. Hidden from screen readers and on touch screens. */
export function Kbd({ keys }: { readonly keys: string }): ReactElement {
  const parts = keys === '+' ? ['+'] : keys.split('+')
  return (
    <kbd className="y-kbd" aria-hidden>
      {parts.map(shown).join(' ')}
    </kbd>
  )
}

function shown(key: string): string {
  if (key === 'Enter') return '↵'
  if (key === 'Up') return '↑'
  if (key === 'Down') return '↓'
  if (!isMac()) return key
  return { Alt: '⌥', Ctrl: '⌘', Shift: '⇧' }[key] ?? key
}
