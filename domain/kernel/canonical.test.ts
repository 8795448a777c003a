import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test('one content has one text, whatever the order of its keys', () => {
  expect(canonical({ b: 1, a: [{ d: '油', c: undefined }] })).toBe(
    canonical({ a: [{ d: '油' }], b: 1 }),
  )
  expect(canonical({ a: 1 })).not.toBe(canonical({ a: '1' }))
})
