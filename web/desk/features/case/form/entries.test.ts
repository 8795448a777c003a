import { describe, expect, test } from 'vitest'
import {
  changedKeys,
  cleaned,
  conflictingKeys,
  entryOf,
  type FormContent,
  isFilled,
  rebased,
  withUnavailable,
  withValue,
} from './entries.ts'

const KEYS = ['brand', 'since', 'batch']
const form = (
  values: FormContent['values'],
  unavailable: FormContent['unavailable'] = {},
): FormContent => ({ values, unavailable })

describe('客户无法提供 (INV-02)', () => {
  test('several fields get one reason, and what was typed in them goes', () => {
    const after = withUnavailable(
      form({ brand: '长', since: '2月' }),
      ['brand', 'batch'],
      '司机已离职',
    )
    expect(after).toEqual(form({ since: '2月' }, { brand: '司机已离职', batch: '司机已离职' }))
  })

  test('typing a value takes the reason away', () => {
    const after = withValue(form({}, { brand: '司机已离职' }), 'brand', '长城')
    expect(after).toEqual(form({ brand: '长城' }))
  })

  test('a reason counts as filled, white space does not', () => {
    expect(isFilled(entryOf(form({}, { brand: '不知道' }), 'brand'))).toBe(true)
    expect(isFilled(entryOf(form({ brand: '  ' }), 'brand'))).toBe(false)
    expect(isFilled(entryOf(form({ brand: false }), 'brand'))).toBe(true)
    expect(isFilled(entryOf(form({ brand: 0 }), 'brand'))).toBe(true)
  })
})

describe('two people save the same form: nothing is overwritten (SYS-08)', () => {
  const base = form({ brand: '?', since: '2月' })

  test('different fields are put together without a question', () => {
    const mine = form({ brand: '长城', since: '2月' })
    const theirs = form({ brand: '?', since: '3月', batch: 'B2' })
    expect(conflictingKeys(KEYS, base, mine, theirs)).toEqual([])
    expect(rebased(KEYS, base, mine, theirs)).toEqual(
      form({ brand: '长城', since: '3月', batch: 'B2' }),
    )
  })

  test('the same field waits for a choice; until then theirs stands', () => {
    const mine = form({ brand: '长城', since: '2月' })
    const theirs = form({ brand: '昆仑', since: '2月' })
    expect(conflictingKeys(KEYS, base, mine, theirs)).toEqual(['brand'])
    expect(rebased(KEYS, base, mine, theirs).values['brand']).toBe('昆仑')
    expect(rebased(KEYS, base, mine, theirs, { brand: 'mine' }).values['brand']).toBe('长城')
    expect(rebased(KEYS, base, mine, theirs, { brand: 'theirs' }).values['brand']).toBe('昆仑')
  })

  test('the same change on both sides is no conflict', () => {
    const both = form({ brand: '长城', since: '2月' })
    expect(conflictingKeys(KEYS, base, both, both)).toEqual([])
  })

  test('a reason on one side and a value on the other are two different things', () => {
    const mine = form({ since: '2月' }, { brand: '司机已离职' })
    const theirs = form({ brand: '昆仑', since: '2月' })
    expect(conflictingKeys(KEYS, base, mine, theirs)).toEqual(['brand'])
    expect(rebased(KEYS, base, mine, theirs, { brand: 'mine' })).toEqual(mine)
  })

  test('a field that I emptied stays empty', () => {
    const mine = form({ brand: '', since: '2月' })
    expect(changedKeys(KEYS, base, mine)).toEqual(['brand'])
    expect(cleaned(rebased(KEYS, base, mine, base)).values).toEqual({ since: '2月' })
  })
})
