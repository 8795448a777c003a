import { isComposing } from './composition.ts'
import { type Combination, isSingleKey, matches, parseKeys } from './key-combination.ts'

export type Shortcut = {
  readonly keys: string
  /** What it does, as the cheat sheet says it; empty hides it there. */
  readonly label: string
  readonly handler: (event: KeyboardEvent) => void
  /** Works inside text fields too. Default: yes for combinations, no for single keys. */
  readonly inFields?: boolean
  /** How many modal dialogs it stands in; keys of what lies behind an open dialog rest. */
  readonly depth?: number
}

type Entry = { readonly shortcut: Shortcut; readonly combination: Combination }

const SINGLE_KEYS_OFF = 'yinuo.single-keys-off'
const entries: Entry[] = []
const listeners = new Set<() => void>()
let snapshot: readonly Shortcut[] = []
let listening = false
let openDialogs = 0

/** A modal dialog opened; the keys of what lies behind it rest until the returned function is called. */
export function restKeysBehind(): () => void {
  openDialogs += 1
  return () => {
    openDialogs -= 1
  }
}

/** The last one registered under the same keys wins: a dialog over a page takes them until it closes. */
export function registerShortcut(shortcut: Shortcut): () => void {
  listen()
  const entry = { shortcut, combination: parseKeys(shortcut.keys) }
  entries.push(entry)
  changed()
  return () => {
    entries.splice(entries.indexOf(entry), 1)
    changed()
  }
}

/** What the cheat sheet shows: newest registration per combination, in order of registration. */
export function listShortcuts(): readonly Shortcut[] {
  return snapshot
}

export function watchShortcuts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function singleKeysOff(): boolean {
  return localStorage.getItem(SINGLE_KEYS_OFF) === 'yes'
}

export function switchSingleKeys(off: boolean): void {
  localStorage.setItem(SINGLE_KEYS_OFF, off ? 'yes' : 'no')
  changed()
}

/** Handles one key press; exported for tests. Returns whether a shortcut took it. */
export function pressKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isComposing(event)) return false
  const entry = entries.findLast(
    ({ shortcut, combination }) =>
      matches(combination, event) && (shortcut.depth ?? 0) >= openDialogs,
  )
  if (entry === undefined) return false
  const single = isSingleKey(entry.combination)
  if (single && singleKeysOff()) return false
  if (isTextField(event.target) && !(entry.shortcut.inFields ?? !single)) return false
  event.preventDefault()
  entry.shortcut.handler(event)
  return true
}

function listen(): void {
  if (listening) return
  listening = true
  window.addEventListener('keydown', pressKey)
}

function changed(): void {
  const newest = new Map<string, Shortcut>()
  for (const { shortcut } of entries) newest.set(shortcut.keys, shortcut)
  snapshot = [...newest.values()].filter((shortcut) => shortcut.label !== '')
  for (const listener of listeners) listener()
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target))
  )
}

function isTextInput(target: HTMLElement): boolean {
  return (
    target instanceof HTMLInputElement &&
    !/^(button|checkbox|radio|submit|range)$/.test(target.type)
  )
}
