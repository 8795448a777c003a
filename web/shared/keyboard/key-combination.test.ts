import { describe, expect, test } from 'vitest'
import { isSingleKey, matches, parseKeys } from './key-combination.ts'

const press = (
  code: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => ({
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
})

describe('shortcuts are matched by key position', () => {
  test('Alt+E is the key at the place of E, whatever character it types', () => {
    expect(matches(parseKeys('Alt+E'), press('KeyE', { altKey: true }), false)).toBe(true)
    expect(matches(parseKeys('Alt+E'), press('KeyE'), false)).toBe(false)
  })

  test('AltGr, which Windows sends as Ctrl+Alt, fires nothing', () => {
    expect(matches(parseKeys('Alt+E'), press('KeyE', { altKey: true, ctrlKey: true }), false)).toBe(
      false,
    )
  })

  test('Ctrl+K is ⌘K on a Mac', () => {
    expect(matches(parseKeys('Ctrl+K'), press('KeyK', { metaKey: true }), true)).toBe(true)
    expect(matches(parseKeys('Ctrl+K'), press('KeyK', { ctrlKey: true }), true)).toBe(false)
  })

  test('digits and ? are positions too', () => {
    expect(matches(parseKeys('Alt+0'), press('Digit0', { altKey: true }), false)).toBe(true)
    expect(matches(parseKeys('?'), press('Slash', { shiftKey: true }), false)).toBe(true)
    expect(matches(parseKeys('/'), press('Slash', { shiftKey: true }), false)).toBe(false)
  })

  test('single keys are known, so that they can be switched off (WCAG 2.1.4)', () => {
    expect(isSingleKey(parseKeys('?'))).toBe(true)
    expect(isSingleKey(parseKeys('Alt+E'))).toBe(false)
    expect(isSingleKey(parseKeys('Esc'))).toBe(false)
  })

  test('a misspelt key is the programmer’s mistake', () => {
    expect(() => parseKeys('Alt+Foo')).toThrow('unknown key')
  })
})
