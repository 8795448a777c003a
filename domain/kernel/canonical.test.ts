import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, type Json } from './canonical.ts'

test('one content has one text, whatever the order of its keys', () => {
  expect(canonical({ b: 1, a: [{ d: '油', c: undefined }] })).toBe(
    canonical({ a: [{ d: '油' }], b: 1 }),
  )
  expect(canonical({ a: 1 })).not.toBe(canonical({ a: '1' }))
})

test('APR-02 the text reads back as the content, so two contents never share one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as Json
      expect(JSON.parse(canonical(plain))).toEqual(plain)
    }),
  )
})

test('APR-02 turning round the keys of every object changes nothing', () => {
  const turned = (value: Json): Json => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map((item: Json) => turned(item))
    const entries = Object.entries(value as { readonly [key: string]: Json })
    return Object.fromEntries(entries.toReversed().map(([key, item]) => [key, turned(item)]))
  }
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain = JSON.parse(JSON.stringify(value)) as Json
      expect(canonical(turned(plain))).toBe(canonical(plain))
    }),
  )
})

test('the order of a list counts', () => {
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
})
