import { expect, test } from 'vitest'
import type { Playbook } from '../playbook/playbook.ts'
import { rankAt } from './priority.ts'

const playbook = { settings: { riskLeadHours: 4 } } as unknown as Playbook

test('ESC-14 puts a case of high word-of-mouth risk before others that are due up to four hours earlier', () => {
  expect(rankAt('2026-03-02T10:00:00Z', 'high', playbook)).toBe('2026-03-02T06:00:00Z')
  expect(rankAt('2026-03-02T10:00:00Z', 'medium', playbook)).toBe('2026-03-02T10:00:00Z')
  expect(rankAt('2026-03-02T10:00:00Z', null, playbook)).toBe('2026-03-02T10:00:00Z')
})
