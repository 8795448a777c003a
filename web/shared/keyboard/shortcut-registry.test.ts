import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  pressKey,
  registerShortcut,
  restKeysBehind,
  switchSingleKeys,
} from './shortcut-registry.ts'

class FakeElement {
  readonly isContentEditable: boolean = false
  readonly tagName: string
  constructor(tagName: string) {
    this.tagName = tagName
  }
}
class FakeInput extends FakeElement {
  readonly type = 'text'
  constructor() {
    super('INPUT')
  }
}

const stored = new Map<string, string>()
const undo: Array<() => void> = []
const register = (...args: Parameters<typeof registerShortcut>): number =>
  undo.push(registerShortcut(...args))

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: () => undefined })
  vi.stubGlobal('HTMLElement', FakeElement)
  vi.stubGlobal('HTMLInputElement', FakeInput)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
})
afterEach(() => {
  for (const each of undo.splice(0)) each()
  stored.clear()
  vi.unstubAllGlobals()
})

const press = (code: string, more: Record<string, unknown> = {}): boolean =>
  pressKey({
    code,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    defaultPrevented: false,
    target: new FakeElement('BODY'),
    preventDefault: () => undefined,
    ...more,
  } as unknown as KeyboardEvent)

describe('shortcuts', () => {
  test('keys pressed while the input method composes belong to the input method', () => {
    const sign = vi.fn<() => void>()
    register({ keys: 'Alt+E', label: '签字', handler: sign })
    expect(press('KeyE', { altKey: true, isComposing: true })).toBe(false)
    expect(press('KeyE', { altKey: true, keyCode: 229 })).toBe(false)
    expect(sign).not.toHaveBeenCalled()
    expect(press('KeyE', { altKey: true })).toBe(true)
    expect(sign).toHaveBeenCalledOnce()
  })

  test('the latest registration takes the keys and gives them back', () => {
    const page = vi.fn<() => void>()
    const row = vi.fn<() => void>()
    register({ keys: 'Alt+E', label: '', handler: page })
    const close = registerShortcut({ keys: 'Alt+E', label: '', handler: row })
    press('KeyE', { altKey: true })
    close()
    press('KeyE', { altKey: true })
    expect([row.mock.calls.length, page.mock.calls.length]).toEqual([1, 1])
  })

  test('what lies behind a modal dialog does not hear its keys', () => {
    const sign = vi.fn<() => void>()
    const inside = vi.fn<() => void>()
    register({ keys: 'Alt+E', label: '', handler: sign })
    const close = restKeysBehind()
    expect(press('KeyE', { altKey: true })).toBe(false)
    register({ keys: 'Alt+G', label: '', handler: inside, depth: 1 })
    expect(press('KeyG', { altKey: true })).toBe(true)
    close()
    expect(press('KeyE', { altKey: true })).toBe(true)
  })

  test('combinations work in fields, single keys only outside and until switched off (WCAG 2.1.4)', () => {
    const sheet = vi.fn<() => void>()
    register({ keys: '?', label: '全部快捷键', handler: sheet })
    register({ keys: 'Alt+P', label: '记一笔', handler: vi.fn<() => void>() })
    expect(press('KeyP', { altKey: true, target: new FakeInput() })).toBe(true)
    expect(press('Slash', { shiftKey: true, target: new FakeInput() })).toBe(false)
    expect(press('Slash', { shiftKey: true })).toBe(true)
    switchSingleKeys(true)
    expect(press('Slash', { shiftKey: true })).toBe(false)
  })
})
