import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after, isBefore } from '../kernel/instant.ts'
import { deadline, OPENED } from '../testing/deadline.ts'
import { evolveCommitment, type Commitment, type CommitmentEvent } from './commitment.ts'
import { fire, nextFireAt, stagesOf, type Firing } from './fire.ts'

const at = (minutes: number) => Temporal.Instant.from(OPENED).add({ minutes }).toString()

/** A worker that looks at the given times, in the given order, and keeps what it did. */
function looked(commitment: Commitment, times: readonly string[], lastActivityAt = OPENED) {
  let state = commitment
  const told: (Firing & { readonly now: string })[] = []
  for (const now of times) {
    const { restart, firings } = fire(state, now, lastActivityAt)
    if (restart !== null) state = evolveCommitment(state, { ...restart, at: now, by: null })
    for (const firing of firings) {
      told.push({ ...firing, now })
      state = evolveCommitment(state, { ...firing.event, at: now, by: null })
    }
  }
  return { state, told }
}

test('CLK-21 the owner is warned first, then the miss is told, then the ladder is climbed', () => {
  expect(stagesOf(deadline()).map(({ at: when, kind, to }) => [when, kind, ...to])).toEqual([
    [at(180), 'warning', 'owner'],
    [at(240), 'breach', 'owner', 'superior'],
    [at(255), 'rung', 'superior-of-superior'],
    [at(300), 'rung', 'leaders'],
  ])
})

test('CLK-21 before its time nothing is told, at its time it is', () => {
  expect(fire(deadline(), after(at(179), 'PT59.999S'), OPENED).firings).toEqual([])
  expect(fire(deadline(), at(180), OPENED).firings).toMatchObject([{ stage: { kind: 'warning' } }])
})

test('CLK-21 a program that was down tells everything it missed, in order, once', () => {
  const { state, told } = looked(deadline(), [at(10_000), at(10_000), at(20_000)])
  expect(told.map(({ stage }) => stage.kind)).toEqual(['warning', 'breach', 'rung', 'rung'])
  expect(state).toMatchObject({ fired: 4, missedAt: at(240), outcome: 'open' })
  expect(nextFireAt(state)).toBeNull()
})

test('CLK-21 however late, often and skewed a worker looks, each stage is told once, in order, never before its time', () => {
  const looks = fc.array(fc.integer({ min: -60, max: 400 }), { minLength: 1, maxLength: 30 })
  const shape = fc.record({
    warned: fc.boolean(),
    rungs: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 5 }),
    promise: fc.boolean(),
  })
  fc.assert(
    fc.property(looks, shape, (minutes, { warned, rungs, promise }) => {
      const due = at(240)
      const ladder = rungs
        .toSorted((a, b) => a - b)
        .map((rung) => ({ at: after(due, `PT${rung}M`), to: 'superior' as const }))
      const commitment = deadline({
        ladder,
        kind: promise ? 'promise' : 'deadline',
        ...(warned ? {} : { warnAt: null }),
      })
      const { state, told } = looked(commitment, minutes.map(at))
      const latest = at(Math.max(...minutes))
      const dueStages = stagesOf(commitment).filter((stage) => !isBefore(latest, stage.at))
      expect(told.map(({ stage }) => stage)).toEqual(dueStages)
      expect(told.map(({ number }) => number)).toEqual(dueStages.map((_, index) => index))
      for (const { stage, now } of told) expect(isBefore(now, stage.at)).toBe(false)
      const missed = !isBefore(latest, due)
      expect(state.missedAt).toBe(missed ? due : null)
      expect(state.outcome).toBe(missed && promise ? 'broken' : 'open')
    }),
    { numRuns: 500 },
  )
})

test('CLK-21 what is met or void is told nothing more; what was told before stays', () => {
  const settle: readonly CommitmentEvent[] = [
    { type: 'commitment-met', data: { metAt: at(250), note: '' } },
    { type: 'commitment-voided', data: { reason: 'closed' } },
  ]
  for (const event of settle) {
    const { state } = looked(deadline(), [at(245)])
    const settled = evolveCommitment(state, { ...event, at: at(250), by: null })
    expect(fire(settled, at(10_000), OPENED).firings).toEqual([])
    expect(nextFireAt(settled)).toBeNull()
    expect(settled.missedAt).toBe(at(240))
  }
})

test('ESC-13 a clock on silence asks when the case last moved, and speaks once per silence', () => {
  const idle = deadline({ quietSpan: 'PT4H' })
  expect(looked(idle, [at(240)]).told.length).toBe(2)
  const { state, told } = looked(idle, [at(240)], at(30))
  expect(told).toEqual([])
  expect(state).toMatchObject({ dueAt: at(270), warnAt: at(210), fired: 0 })
  expect(state.ladder.map((rung) => rung.at)).toEqual([at(270), at(270), at(285), at(330)])
  expect(looked(state, [at(300)], at(30)).told.map(({ stage }) => stage.at)).toEqual([
    at(210),
    at(270),
    at(285),
  ])
})

test('ESC-13 an activity that lies before the clock changes nothing', () => {
  expect(fire(deadline({ quietSpan: 'PT4H' }), at(0), after(OPENED, '-PT5M')).restart).toBeNull()
})
