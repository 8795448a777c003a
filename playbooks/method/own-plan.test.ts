import { expect, test } from 'vitest'
import { unmetLines } from './refused.ts'
import { staff, standingInFor } from './staff.ts'
import { PLAN, walkedTo } from './way.ts'

const APPROVE = { type: 'decide-plan', decision: 'approved', remarks: '' } as const
const SUBMIT = { type: 'submit-plan', plan: PLAN } as const

/** 林岚, who handles and approves, has the case and writes the plan. */
function writtenByHer() {
  const life = walkedTo('considered')
  life.do('陈志强', { type: 'hand-over', to: '林岚' }).do('林岚', { type: 'acknowledge' })
  return life.do('林岚', { type: 'save-plan', plan: PLAN })
}

test('SYS-15 who wrote at a plan does not decide on it, also when somebody else reported it', () => {
  const life = writtenByHer()
  life.do('林岚', { type: 'hand-over', to: '吴敏' }).do('吴敏', { type: 'acknowledge' })
  life.do('吴敏', SUBMIT)
  expect(life.state.plan).toMatchObject({ author: '吴敏', authors: ['林岚', '吴敏'] })
  expect(unmetLines(life.try('林岚', APPROVE))).toEqual(['SYS-15 not-own ← leader'])
  life.do('周建国', APPROVE)
})

test('SYS-15 nor does her deputy for her, who may approve only because she may', () => {
  const life = writtenByHer().do('林岚', SUBMIT)
  life.people = staff({ 吴敏: standingInFor('林岚') })
  expect(unmetLines(life.try('吴敏', APPROVE))).toEqual(['SYS-15 not-own ← leader'])
  // Standing in for a leader who had no hand in it, she may.
  life.people = staff({
    吴敏: {
      standsInFor: [standingInFor('周建国'), standingInFor('林岚')].flatMap(
        (one) => one.standsInFor,
      ),
    },
  })
  life.do('吴敏', APPROVE)
})

test('SYS-15 the same for an end: neither its author nor the author’s deputy', () => {
  const life = writtenByHer()
  life.do('林岚', { type: 'propose-ending', ending: 'withdrawn', reason: '撤诉' })
  life.people = staff({ 吴敏: standingInFor('林岚') })
  const approve = { type: 'decide-ending', decision: 'approved', remarks: '' } as const
  expect(unmetLines(life.try('吴敏', approve))).toEqual(['SYS-15 not-own ← leader'])
  expect(unmetLines(life.try('林岚', approve))).toEqual(['SYS-15 not-own ← leader'])
  life.do('周建国', approve)
})

test('SYS-15 who wrote the plan before may decide on the one after it was carried out', () => {
  const life = walkedTo('following up')
  expect(life.state.plan).toMatchObject({ spent: true, authors: ['陈志强'] })
  life.do('陈志强', { type: 'hand-over', to: '吴敏' }).do('吴敏', { type: 'acknowledge' })
  life.do('吴敏', {
    type: 'record-follow-up',
    means: 'phone',
    person: '罗经理',
    answer: '还响',
    satisfied: false,
    dislikes: '异响',
    changeNeeded: true,
    received: true,
    nextAt: null,
  })
  life.do('吴敏', SUBMIT)
  expect(life.state.plan?.authors).toEqual(['吴敏'])
})
