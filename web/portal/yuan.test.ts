import { expect, test } from 'vitest'
import { yuan } from './yuan.ts'

test('money is shown in yuan with two decimals, from fen (AGR-02)', () => {
  expect([0, 5, 86_000, 123_456_789].map(yuan)).toEqual(['0.00', '0.05', '860.00', '1,234,567.89'])
})
