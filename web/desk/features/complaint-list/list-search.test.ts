import { describe, expect, it } from 'vitest'
import { isNarrowed, readListSearch, writeListSearch } from './list-search.ts'

const OWNER = '0197b1b0-1111-7000-8000-000000000001'

describe('the state of the list stands in the address', () => {
  it('is short for the usual list and comes back as it was', () => {
    expect(writeListSearch(readListSearch({}))).toEqual({})
    const search = {
      view: 'late',
      order: 'received',
      q: '油压',
      risk: 'high',
      from: '2026-02-01',
      owner: OWNER,
    }
    expect(writeListSearch(readListSearch(search))).toEqual(search)
  })

  it('leaves out what it does not understand, so an old link still opens', () => {
    const read = readListSearch({
      view: 'gone',
      order: 1,
      owner: 'x',
      from: '1.2.2026',
      status: '<b>',
    })
    expect(read).toEqual({ view: 'open', order: 'time-left', density: 'comfortable' })
  })

  it('a number searched for is a text, whatever the router made of it', () => {
    expect(readListSearch({ q: 4_418_237 }).q).toBe('4418237')
  })

  it('knows whether anything narrows the view', () => {
    expect(isNarrowed(readListSearch({ view: 'late', density: 'compact' }))).toBe(false)
    expect(isNarrowed(readListSearch({ q: '油' }))).toBe(true)
  })
})
