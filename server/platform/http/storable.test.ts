import { expect, test } from 'vitest'
import { findUnstorable } from './storable.ts'

test('text as people type it is kept: emoji, traditional characters, many lines', () => {
  expect(
    findUnstorable({ values: { reason: '油压報警😡\n第二行' }, list: [1, null, true] }),
  ).toBeNull()
  expect(findUnstorable(undefined)).toBeNull()
  expect(findUnstorable(Buffer.from([0]))).toBeNull()
})

test('NUL and half a surrogate pair are found with their place, in values and in keys', () => {
  for (const text of ['\u0000', 'a\u0000b', '\ud800', 'x\udc00']) {
    expect(findUnstorable({ values: { reason: text } })?.path).toBe('values.reason')
    expect(findUnstorable({ values: [{ [text]: 1 }] })?.path).toBe('values.0')
    expect(findUnstorable(text)?.message).toBe('text-not-storable')
  }
})

test('nesting without sense is found without exhausting the stack', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
  expect(findUnstorable({ deep })?.message).toBe('too-deep')
})
