import fc from 'fast-check'
import { expect, test } from 'vitest'
import { after } from '../kernel/instant.ts'
import { deadline, OPENED } from '../testing/deadline.ts'
import {
  beginCommitment,
  evolveCommitment,
  type Commitment,
  type CommitmentEvent,
} from './commitment.ts'
import { fire } from './fire.ts'

const at = (minutes: number) => after(OPENED, `PT${minutes}M`)
const moved = (state: Commitment, event: CommitmentEvent, minutes = 0) =>
  evolveCommitment(state, { ...event, at: at(minutes), by: '陈志强' })
const met = (minutes: number): CommitmentEvent => ({
  type: 'commitment-met',
  data: { metAt: at(minutes), note: '' },
})
const missed: CommitmentEvent = { type: 'commitment-missed', data: { stage: 1, dueAt: at(240) } }

test('CLK-21 met in time is met, up to the very moment', () => {
  expect(moved(deadline(), met(240))).toMatchObject({ outcome: 'met', missedAt: null })
})

test('CLK-21 met afterwards is met late with the time of the miss, noticed or not', () => {
  expect(moved(deadline(), met(241))).toMatchObject({ outcome: 'met-late', missedAt: at(240) })
  expect(moved(moved(deadline(), missed), met(300))).toMatchObject({
    outcome: 'met-late',
    missedAt: at(240),
    metAt: at(300),
  })
})

test('PRM-05 a broken promise stays broken when it is kept later or the case ends', () => {
  const broken = moved(deadline({ kind: 'promise' }), missed)
  expect(broken.outcome).toBe('broken')
  expect(moved(broken, met(300))).toMatchObject({ outcome: 'broken', metAt: at(300) })
  expect(moved(broken, { type: 'commitment-voided', data: { reason: 'closed' } })).toEqual(broken)
})

test('CLK-21 what is met is not voided afterwards', () => {
  const done = moved(deadline(), met(10))
  expect(moved(done, { type: 'commitment-voided', data: { reason: 'closed' } }).outcome).toBe('met')
})

test('CLK-21 a commitment is opened once', () => {
  const { schema: _, ...opened } = deadline()
  expect(() => moved(deadline(), { type: 'commitment-opened', data: opened })).toThrow(
    /open already/,
  )
})

test('CLK-21 whatever happens afterwards, a miss that was noticed is never erased and no explanation changes an outcome', () => {
  const explain: CommitmentEvent = { type: 'commitment-explained', data: { text: '堵车' } }
  const events: fc.Arbitrary<CommitmentEvent> = fc.constantFrom<CommitmentEvent>(
    missed,
    explain,
    met(200),
    met(300),
    { type: 'commitment-warned', data: { stage: 0 } },
    { type: 'commitment-voided', data: { reason: 'closed' } },
    { type: 'commitment-reassigned', data: { owner: '吴敏' } },
    { type: 'commitment-escalated', data: { stage: 2, to: 'leaders' } },
    { type: 'commitment-restarted', data: { dueAt: at(500), warnAt: null, ladder: [] } },
  )
  fc.assert(
    fc.property(fc.boolean(), fc.array(events, { maxLength: 12 }), (promise, happened) => {
      let state = Object.freeze(deadline({ kind: promise ? 'promise' : 'deadline' }))
      for (const event of happened) {
        const before = state
        state = Object.freeze(moved(state, event))
        if (before.missedAt !== null) expect(state.missedAt).not.toBeNull()
        if (before.outcome === 'broken') expect(state.outcome).toBe('broken')
        if (event.type !== 'commitment-explained') continue
        expect({ ...state, explanations: [] }).toEqual({ ...before, explanations: [] })
        expect(state.explanations.length).toBe(before.explanations.length + 1)
      }
    }),
  )
})

test('replaying the events of a commitment gives the stored one (SYS-28)', () => {
  const {
    schema: _,
    fired: __,
    outcome: ___,
    missedAt: ____,
    metAt: _____,
    explanations,
    ...data
  } = deadline()
  expect(explanations).toEqual([])
  const begun = beginCommitment({ type: 'commitment-opened', data })
  expect(begun).toEqual(deadline())
  const events = fire(begun, at(1000), OPENED).firings.map(({ event }) => event)
  const once = events.reduce((state, event) => moved(state, event), begun)
  const kept = JSON.parse(JSON.stringify(events)) as readonly CommitmentEvent[]
  expect(kept.reduce((state, event) => moved(state, event), begun)).toEqual(once)
})
