import { describe, expect, test } from 'vitest'
import { groupedFields, inRows, isWide, type PlaybookField, shownValue } from './field-shape.ts'

const field = (key: string, type = 'text', more: Partial<PlaybookField> = {}): PlaybookField => ({
  key,
  label: key,
  type,
  required: true,
  mayBeUnavailable: false,
  maxLength: 500,
  personal: false,
  ...more,
})
const CHOICES = {
  future: {
    ordered: true,
    values: [
      { key: 'none', label: '无希望' },
      { key: 'hopeful', label: '有希望' },
    ],
  },
}
const words = { yes: '是', no: '否', nameOf: () => '陈志强', money: (fen: number) => `${fen} 分` }

test('a long field does not leave half a row empty: the short one after it comes first', () => {
  const long = (one: PlaybookField): boolean => one.type === 'long-text'
  const order = (...fields: PlaybookField[]): string =>
    inRows(fields, long)
      .map((one) => one.key)
      .join('')
  expect(order(field('a'), field('L', 'long-text'), field('b'), field('c'))).toBe('abLc')
  expect(order(field('a'), field('b'), field('L', 'long-text'), field('c'))).toBe('abLc')
  expect(order(field('a'), field('L', 'long-text'), field('M', 'long-text'), field('b'))).toBe(
    'aLMb',
  )
})

test('notes belong to the field they explain', () => {
  const fields = [
    field('trade'),
    field('tradeNote'),
    field('demand'),
    field('demandText'),
    field('x'),
  ]
  expect(
    groupedFields(fields).map(({ lead, notes }) => [lead.key, ...notes.map((note) => note.key)]),
  ).toEqual([['trade', 'tradeNote'], ['demand', 'demandText'], ['x']])
  expect(isWide(field('tradeNote'), {})).toBe(true)
})

describe('values are read as people say them', () => {
  test.each([
    [field('f', 'choice', { choices: 'future' }), 'hopeful', '有希望'],
    [field('f', 'choice', { choices: 'future' }), 'gone', 'gone'],
    [field('f', 'money'), 86_000, '86000 分'],
    [field('f', 'boolean'), false, '否'],
    [field('f', 'person'), 'id', '陈志强'],
    [field('f', 'date'), '2025-11-18', '2025-11-18'],
    [field('f'), null, ''],
  ])('%#', (of, value, shown) => {
    expect(shownValue(of, value, CHOICES, words)).toBe(shown)
  })
})
