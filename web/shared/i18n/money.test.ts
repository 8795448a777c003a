import { expect, test } from 'vitest'
import { formatFen } from './money.ts'

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [86000, '860.00'],
  [150000, '1,500.00'],
  [-123456789, '-1,234,567.89'],
])('%i fen is %s 元', (fen, said) => {
  expect(formatFen(fen)).toBe(said)
})
