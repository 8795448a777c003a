import { describe, expect, it } from 'vitest'
import { settleRows } from './settle-rows.ts'

const rows = (...ids: readonly string[]): readonly { id: string }[] => ids.map((id) => ({ id }))
const ids = (list: readonly { id: string }[]): string => list.map((row) => row.id).join('')

describe('a live list under the pointer keeps its order', () => {
  it('takes everything when nothing was shown yet', () => {
    expect(settleRows([], rows('a', 'b'))).toEqual({ rows: rows('a', 'b'), changed: 0 })
  })

  it('counts a row that moved once, and shows it where it was', () => {
    const settled = settleRows(rows('a', 'b', 'c', 'd'), rows('d', 'a', 'b', 'c'))
    expect(ids(settled.rows)).toBe('abcd')
    expect(settled.changed).toBe(1)
  })

  it('counts what came and what went, and keeps the gone row in sight', () => {
    const settled = settleRows(rows('a', 'b', 'c'), rows('x', 'a', 'c'))
    expect(ids(settled.rows)).toBe('abc')
    expect(settled.changed).toBe(2)
  })

  it('shows the fresh contents of a row in its old place', () => {
    const settled = settleRows([{ id: 'a', owner: '吴桐' }], [{ id: 'a', owner: '何洁' }])
    expect(settled).toEqual({ rows: [{ id: 'a', owner: '何洁' }], changed: 0 })
  })

  it('a further page scrolled to is no change', () => {
    const settled = settleRows(rows('a', 'b'), rows('a', 'b', 'c', 'd'))
    expect(ids(settled.rows)).toBe('abcd')
    expect(settled.changed).toBe(0)
  })
})
