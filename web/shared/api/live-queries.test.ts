import { describe, expect, test } from 'vitest'
import { showsVersion } from './live-queries.ts'

const change = { noun: 'complaint', id: 'a', version: 4 }

describe('a screen refetches only what it holds in an older version', () => {
  test('its own saved change is already there', () => {
    expect(showsVersion({ id: 'a', version: 4 }, change)).toBe(true)
    expect(showsVersion({ id: 'a', version: 5 }, change)).toBe(true)
    expect(showsVersion({ id: 'a', version: 3 }, change)).toBe(false)
  })

  test('a row of a list counts as shown only in that version', () => {
    expect(
      showsVersion(
        {
          rows: [
            { id: 'b', version: 9 },
            { id: 'a', version: 4 },
          ],
        },
        change,
      ),
    ).toBe(true)
    expect(showsVersion({ rows: [{ id: 'a', version: 3 }] }, change)).toBe(false)
    expect(showsVersion({ rows: [{ id: 'a' }] }, change)).toBe(false)
  })

  test('a list without the thing is refetched: it may belong there now', () => {
    expect(showsVersion({ rows: [] }, change)).toBe(false)
    expect(showsVersion(undefined, change)).toBe(false)
  })
})
