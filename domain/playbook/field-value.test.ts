import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../kernel/canonical.ts'
import { FIELD_TYPES, type Field, type FieldType, type Playbook } from './playbook.ts'
import { wrongValues } from './field-value.ts'

const field = (type: FieldType, changes: Partial<Field> = {}): Field => ({
  key: 'x',
  label: '栏',
  type,
  required: true,
  mayBeUnavailable: false,
  maxLength: 4000,
  personal: false,
  ...changes,
})
const CHOICES = { party: { ordered: false, values: [{ key: 'agent', label: '代理商' }] } }
const PLAYBOOK = { choices: CHOICES } as unknown as Playbook
const codes = (type: FieldType, value: Json, changes: Partial<Field> = {}) =>
  wrongValues([field(type, { choices: 'party', ...changes })], { x: value }, {}, PLAYBOOK, 'f').map(
    ({ code }) => code,
  )

test('CMP-02 text is taken as people write it: emoji, full width, traditional characters, 1,200 characters', () => {
  for (const text of [
    '😡😡油压报警👨‍👩‍👧',
    '０５１９－８０００',
    '機油壓力警報燈亮',
    '油'.repeat(1200),
    'a\nb\tc',
  ]) {
    expect(codes('text', text)).toEqual([])
    expect(codes('long-text', text)).toEqual([])
  }
  expect(codes('long-text', '油'.repeat(4001))).toEqual(['field-too-long'])
})

test('CMP-02 telephone numbers as people write them', () => {
  for (const phone of [
    '0519-80001234',
    '０５１９－８０００１２３４',
    '138 6120 6620',
    '+86 13861206620',
    '＋86-519-80001234',
    '(0519) 80001234'.slice(1),
    '0519-80001234转8003',
    '0519-80001234轉8003',
    '0519-80001234、13861206620',
    ' 4008001234 ',
  ])
    expect(`${phone} ${codes('phone', phone).join()}`).toBe(`${phone} `)
  for (const phone of ['没有', '打不通', '1234', '😀13861206620', '0519-8000-abcd', '1'.repeat(41)])
    expect(`${phone} ${codes('phone', phone).join()}`).toBe(`${phone} field-format`)
})

test('INV-02 a date is a day of the calendar', () => {
  for (const date of ['2025-11-18', '2024-02-29']) expect(codes('date', date)).toEqual([])
  for (const date of [
    '2026-02-29',
    '2026-02-30',
    '２０２５-11-18',
    '2025-1-8',
    '2025年11月18日',
    '昨天',
  ])
    expect(codes('date', date)).toEqual(['field-format'])
})

test('CLK-09 money is whole fen and never negative, an integer is whole', () => {
  for (const fen of [0, 68_000]) expect(codes('money', fen)).toEqual([])
  for (const fen of [-1, 0.5, 2 ** 60, '68000', '６８０'])
    expect(codes('money', fen)).toEqual(['field-format'])
  expect(codes('integer', -5)).toEqual([])
  for (const count of [1.5, '5', true]) expect(codes('integer', count)).toEqual(['field-format'])
})

test('CMP-11 a choice is one of its list, a yes or no is neither text nor number', () => {
  expect(codes('choice', 'agent')).toEqual([])
  for (const party of ['AGENT', 'agent ', '代理商', 1, true, 'constructor', '__proto__'])
    expect(codes('choice', party)).toEqual(['field-choice'])
  expect(codes('boolean', false)).toEqual([])
  for (const answer of ['true', 0, 'yes'])
    expect(codes('boolean', answer)).toEqual(['field-format'])
})

test('CMP-02 what is empty is no error of form; it may still be required', () => {
  for (const type of FIELD_TYPES)
    for (const empty of [null, '', '  ', '　\n']) expect(codes(type, empty)).toEqual([])
})

test('CMP-02 lists and objects are never a value', () => {
  for (const type of FIELD_TYPES)
    for (const odd of [[], ['agent'], {}, { x: 1 }]) expect(codes(type, odd)).toHaveLength(1)
})

test('INV-02 only a field that may be unavailable is marked so; strangers are named', () => {
  const fields = [field('text'), field('text', { key: 'y', mayBeUnavailable: true })]
  const judged = (values: Record<string, Json>, unavailable: Record<string, string>) =>
    wrongValues(fields, values, unavailable, PLAYBOOK, 'f').map(
      (one) => `${one.code} ${one.field ?? one.detail}`,
    )
  expect(judged({}, { y: '司机已离职' })).toEqual([])
  expect(judged({}, { x: '不肯说' })).toEqual(['field x'])
  expect(
    judged(JSON.parse('{"__proto__":1,"constructor":2}') as Record<string, Json>, { z: '' }),
  ).toEqual(['field-unknown __proto__', 'field-unknown constructor', 'field-unknown z'])
})

test('CMP-02 whatever is sent, the judgement is a list of known codes about this field', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIELD_TYPES), fc.jsonValue(), (type, value) => {
      const plain = JSON.parse(JSON.stringify(value)) as Json
      const judged = wrongValues(
        [field(type, { choices: 'party' })],
        { x: plain },
        {},
        PLAYBOOK,
        'f',
      )
      expect(judged.length).toBeLessThanOrEqual(1)
      for (const { code, form, field: key } of judged) {
        expect(['field-format', 'field-choice', 'field-too-long']).toContain(code)
        expect([form, key]).toEqual(['f', 'x'])
      }
    }),
  )
})
