import { expect, test } from 'vitest'
import { median, percentile } from './statistics.ts'

test('a percentile is a value that was measured, the smallest that so many lie at or below', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile(hundred, 1)).toBe(100)
  expect(percentile([7], 0.99)).toBe(7)
  // One slow answer in fifty is what a p99 is there to show.
  expect(percentile([...Array.from({ length: 49 }, () => 1), 900], 0.99)).toBe(900)
})

test('numbers are ordered as numbers, not as text', () => {
  expect(percentile([10, 9, 100], 0.5)).toBe(10)
  expect(median([10, 9, 100])).toBe(10)
})

test('the median of an even count lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('nothing measured has no figure', () => {
  expect(percentile([], 0.5)).toBeNaN()
  expect(median([])).toBeNaN()
})
