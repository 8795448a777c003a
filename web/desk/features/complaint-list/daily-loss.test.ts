import { expect, it } from 'vitest'
import { lossSoFar } from './daily-loss.ts'

const NOW = Date.parse('2026-03-03T14:06:00+08:00')
const received = (receivedAt: string, closedAt: string | null = null) =>
  lossSoFar({ dailyLossFen: 68_000, receivedAt, closedAt }, NOW, 'Asia/Shanghai')

it('counts the first day as one, then every day that has passed', () => {
  expect(received('2026-03-03T08:35:00+08:00')).toEqual({ days: 1, fen: 68_000 })
  expect(received('2026-03-01T09:12:00+08:00')).toEqual({ days: 2, fen: 136_000 })
})

it('a closed case costs no more', () => {
  expect(received('2026-02-20T09:00:00+08:00', '2026-02-23T09:00:00+08:00').days).toBe(3)
})
