import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DARK, LIGHT, type Palette } from './palette.ts'

const css = readFileSync(new URL('./colours.css', import.meta.url), 'utf8')
const blocks = [...css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)].map((found) => ({
  selector: (found[1] ?? '').trim(),
  colours: Object.fromEntries(
    [...(found[2] ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((line) => [
      camel(line[1] ?? ''),
      line[2],
    ]),
  ),
}))

describe('colours', () => {
  test('the style sheet and the palette say the same, by choice and by system', () => {
    expect(blocks.map((block) => block.selector)).toEqual([
      ':root',
      ":root:not([data-theme='light'])",
      ":root[data-theme='dark']",
    ])
    expect(blocks[0]?.colours).toEqual(LIGHT)
    expect(blocks[1]?.colours).toEqual(DARK)
    expect(blocks[2]?.colours).toEqual(DARK)
  })

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ] as const)('every text keeps 4.5 : 1 on every background it may stand on, %s', (_, palette) => {
    const grounds = ['surface', 'canvas', 'sunk', 'hover', 'raised', 'accentSoft'] as const
    for (const text of ['ink', 'ink2', 'ink3', 'accent', 'calm', 'soon', 'late', 'done'] as const) {
      for (const ground of grounds)
        expect(ratio(palette, text, ground), `${text} on ${ground}`).toBeGreaterThan(4.5)
    }
    for (const state of ['calm', 'soon', 'late', 'done'] as const) {
      expect(ratio(palette, state, `${state}Tint`)).toBeGreaterThan(4.5)
      expect(ratio(palette, `${state}Solid`, 'surface')).toBeGreaterThan(3)
    }
    expect(ratio(palette, 'onAccent', 'accent')).toBeGreaterThan(4.5)
    expect(ratio(palette, 'control', 'surface')).toBeGreaterThan(3)
  })
})

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** WCAG 2.2 contrast. */
function ratio(palette: Palette, one: keyof Palette, other: keyof Palette): number {
  const [low, high] = [luminance(palette[one]), luminance(palette[other])].toSorted(
    (a, b) => a - b,
  ) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
