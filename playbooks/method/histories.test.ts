import {
  begin,
  beginCommitment,
  type Commitment,
  type ComplaintState,
  decide,
  evolve,
  evolveCommitment,
  isRefusal,
  MISSING_CODES,
  options,
  type RecordedEvent,
  type Refusal,
} from '@yinuo/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPLAINT_EVENT_TYPES } from '../index.ts'
import { deepFreeze } from './deep-freeze.ts'
import { breaches } from './history-invariants.ts'
import { contextOf, type Life, LUB, registered } from './life.ts'
import { attemptOf, type Move } from './random-move.ts'
import { sampleCommand } from './sample-command.ts'
import { NAMES, staff, standingInFor } from './staff.ts'
import { WAY } from './way.ts'

// 陈志强 stands in for the leader and 吴敏 for him: the cases in which one person could wear two hats.
const PEOPLE = deepFreeze(staff({ 陈志强: standingInFor('周建国'), 吴敏: standingInFor('陈志强') }))

const move = fc.record({ style: fc.nat(63), who: fc.nat(63), what: fc.nat(509), wait: fc.nat(63) })
const story = fc.record({
  recorder: fc.constantFrom('刘芳', '刘芳', '刘芳', '陈志强', '林岚'),
  place: fc.nat(WAY.length - 1),
  someone: fc.constantFrom(...NAMES),
  moves: fc.array(move, { minLength: 40, maxLength: 40 }),
})
// Unbiased: small numbers drawn more often would mean the same few moves by the same few people.
const RUNS = { numRuns: 150, noBias: true }

/** A life that begins at a place of S01 (or at its registration, when somebody else took it) and then goes anywhere. */
function begun(recorder: string, place: number): Life {
  const life = registered(recorder, PEOPLE)
  if (recorder === '刘芳') for (const [, goOn] of WAY.slice(0, place + 1)) goOn(life)
  return life
}

/** Lets people try one thing after the other; `look` says after each what is wrong. Fails with all of it at the end. */
function live(life: Life, moves: readonly Move[], look: Look): readonly string[] {
  return moves.flatMap((one, index) => {
    const { name, command, at } = attemptOf(life, one)
    if (one.wait % 3 === 0) life.wake(at)
    const before = { state: life.state, events: life.history.length }
    const outcome = life.try(name, command, at)
    const wrong = look(before, isRefusal(outcome) ? outcome : null, index)
    return wrong.map((what) => `${index} ${name} ${command.type}: ${what}`)
  })
}

type Before = { readonly state: ComplaintState; readonly events: number }
type Look = (before: Before, refused: Refusal | null, index: number) => readonly string[]

function replayed(history: readonly RecordedEvent[]) {
  const [first, ...rest] = history
  if (first?.type !== 'registered') throw new Error('a history begins with its registration')
  return rest.reduce((state, event) => evolve(state, event, LUB), begin('complaint', first, LUB))
}

function replayedCommitment(life: Life, id: string): Commitment {
  const own = life.commitmentHistory.filter((one) => one.id === id).map((one) => one.event)
  const [first, ...rest] = own
  if (first?.type !== 'commitment-opened') throw new Error('a commitment begins when it is opened')
  return rest.reduce(evolveCommitment, beginCommitment(first))
}

const CODES: readonly string[] = MISSING_CODES

/** A refusal changes nothing and says by which rule, at what strength, what is missing; each rule once (SYS-20). */
function wrongRefusal(life: Life, before: Before, { unmet }: Refusal): readonly string[] {
  const rules = new Set(unmet.map((gate) => gate.rule))
  return [
    ...(life.state === before.state && life.history.length === before.events ? [] : ['changed']),
    ...(unmet.length > 0 && rules.size === unmet.length ? [] : ['rules']),
    ...unmet
      .filter(
        ({ rule, strength, missing }) =>
          !/^[A-Z]{3,4}-\d{2}$/.test(rule) ||
          strength === 'advice' ||
          missing.length === 0 ||
          missing.some(({ code }) => !CODES.includes(code)),
      )
      .map((gate) => JSON.stringify(gate)),
  ]
}

/** The owner is the one before unless somebody acknowledged just now (CMP-08). */
function wrongOwner(life: Life, before: Before): readonly string[] {
  const acknowledged = life.history
    .slice(before.events)
    .find((event) => event.type === 'acknowledged')
  const expected = acknowledged?.by ?? before.state.owner
  return expected !== '' && life.state.owner === expected ? [] : [`CMP-08 ${life.state.owner}`]
}

/** One running clock of a kind, with the right owner; silence is counted until the end and nothing afterwards (CLK-21). */
function wrongClocks(life: Life): readonly string[] {
  const running = [...life.commitments.values()].filter((one) => one.outcome === 'open')
  const keys = running.map((one) => `${one.clock} ${one.task}`.trim())
  const { owner, pendingHandover, closedAt } = life.state
  const due = { owner, receiver: pendingHandover?.to, leaders: null } as const
  return [
    ...(new Set(keys).size === keys.length ? [] : [`two clocks: ${keys.join()}`]),
    ...running
      .filter((one) => one.owner !== due[one.ownedBy as keyof typeof due])
      .map((one) => `${one.clock} of ${one.owner}`),
    ...(keys.includes('idle') === (closedAt === null) ? [] : ['ESC-13 silence is not counted']),
    ...(closedAt === null || keys.every((key) => key === 'care')
      ? []
      : [`runs on: ${keys.join()}`]),
  ]
}

/** What is offered to a person is what is accepted from him, and nothing else is (SYS-20). */
function wrongOffers(life: Life, name: string): readonly string[] {
  const context = contextOf(name, life.now, PEOPLE)
  return options(life.state, context)
    .filter((option) => {
      const outcome = decide(life.state, sampleCommand(life, option, name), context)
      return isRefusal(outcome) === option.allowed
    })
    .map((option) => `${name} is offered ${option.allowed} ${option.action} ${option.target}`)
}

/**
 * What these lives need not meet: a reason to skip is drawn rarely, and nobody of the company answers for the customer
 * (customer-answer.test.ts).
 */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'gate-skipped',
  'printed',
  'link-sent',
  'agreement-accepted',
  'agreement-declined',
])

test('whatever anybody tries in whatever order, what an auditor looks for holds (CMP-03, CMP-08, APR-02, AGR-01, EXE-05, FUP-01, NEG-17, SYS-15, SYS-20)', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(story, ({ recorder, place, moves, someone }) => {
      const life = begun(recorder, place)
      const wrong = live(life, moves, (before, refused, index) => [
        ...(refused === null ? [] : wrongRefusal(life, before, refused)),
        ...wrongOwner(life, before),
        ...wrongClocks(life),
        ...(index % 2 === 0 ? [] : wrongOffers(life, index % 4 === 1 ? life.state.owner : someone)),
      ])
      expect([...wrong, ...breaches(life.history, PEOPLE)]).toEqual([])

      // As the log kept them, the events give the stored state again; the commitments too.
      const kept = JSON.parse(JSON.stringify(life.history)) as readonly RecordedEvent[]
      expect(replayed(kept)).toEqual(life.state)
      for (const [id, commitment] of life.commitments)
        expect(replayedCommitment(life, id)).toEqual(commitment)
      for (const { type } of life.history) seen.set(type, (seen.get(type) ?? 0) + 1)
    }),
    RUNS,
  )
  // Everything that can happen to a complaint happened, or the test has looked away.
  const never = COMPLAINT_EVENT_TYPES.filter((type) => !seen.has(type))
  expect(never.filter((type) => !ELSEWHERE.has(type))).toEqual([])
}, 300_000)
