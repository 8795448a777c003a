import { expect, test } from 'vitest'
import { selectorMatches } from './event-selector.ts'

test('a selector names an event type, and for entered steps optionally the step', () => {
  const entered = { type: 'step-entered', data: { step: 'follow-up' } } as const
  expect(selectorMatches('step-entered', entered)).toBe(true)
  expect(selectorMatches('step-entered:follow-up', entered)).toBe(true)
  expect(selectorMatches('step-entered:execution', entered)).toBe(false)
  expect(selectorMatches('closed', entered)).toBe(false)
  expect(
    selectorMatches('closed:follow-up', { type: 'closed', data: { ending: 'satisfied' } }),
  ).toBe(false)
})
