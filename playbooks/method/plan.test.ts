import { isRefusal, noticesFor } from '@yinuo/domain'
import { expect, test } from 'vitest'
import { contextOf } from './life.ts'
import { unmetLines } from './refused.ts'
import { staff, standingInFor } from './staff.ts'
import { PLAN, TOLD, walkedTo } from './way.ts'

const APPROVE = { type: 'decide-plan', decision: 'approved', remarks: '' } as const
const SUBMIT = { type: 'submit-plan', plan: PLAN } as const

test('APR-01 PBK-03 a plan without opinion, remedies and cost, before the five questions: everything at once', () => {
  const empty = { ...PLAN, opinion: ' ', remedies: [], costFen: null, keptFen: null }
  expect(
    unmetLines(walkedTo('negotiating').try('陈志强', { type: 'submit-plan', plan: empty })),
  ).toEqual([
    'NEG-01 field trade, field future, field reputation, field demand, field demandText, field fault ← after-sales',
    'PBK-03 field analysis',
    'APR-01 plan-content opinion, plan-content remedies, plan-content costFen ← after-sales',
    'NEG-14 plan-content keptFen',
    'GDE-01 record 安抚客户 ← after-sales',
    'GDE-07 record 道歉 ← after-sales',
    'INV-11 field severity, field grasp, field visitNeeded, field verifyEndUser, field judgement, field besidesMoney ← after-sales',
    'INV-15 record 向最终用户核实 ← after-sales',
  ])
  expect(
    unmetLines(walkedTo('negotiating').try('陈志强', { type: 'submit-plan', plan: null })),
  ).toHaveLength(8)
})

test('APR-01 the cost is never less than what the lines add up to', () => {
  const life = walkedTo('considered')
  const cheap = { ...PLAN, costFen: 85_999 }
  expect(unmetLines(life.try('陈志强', { type: 'submit-plan', plan: cheap }))).toEqual([
    'APR-01 plan-content costFen',
  ])
})

test('NEG-07 a remedy the playbook does not know is refused', () => {
  const [line] = PLAN.remedies
  const odd = { ...PLAN, remedies: line === undefined ? [] : [{ ...line, remedy: 'new-car' }] }
  const life = walkedTo('considered')
  expect(unmetLines(life.try('陈志强', { type: 'save-plan', plan: odd }))).toEqual([
    'NEG-07 remedy-unknown new-car',
  ])
})

test('APR-01 a draft is saved as it is and submitted without being sent again', () => {
  const life = walkedTo('considered')
  life.do('陈志强', { type: 'save-plan', plan: PLAN })
  expect(life.state.plan).toMatchObject({ stage: 'draft', author: '陈志强' })
  life.do('陈志强', { type: 'submit-plan', plan: null })
  expect(life.state).toMatchObject({ status: 'awaiting-approval', plan: { stage: 'submitted' } })
  const submitted = life.history.at(-2)
  expect(
    submitted === undefined
      ? []
      : noticesFor(submitted, life.state, contextOf('陈志强', life.now, staff())).map(
          ({ to }) => to,
        ),
  ).toEqual(['林岚', '周建国'])
})

test('APR-02 S01 line 8: what is not approved is neither told nor agreed', () => {
  const life = walkedTo('plan submitted')
  expect(unmetLines(life.try('陈志强', { type: 'tell-decision', ...TOLD }))).toEqual([
    'APR-02 approved-plan ← leader',
  ])
  expect(unmetLines(life.try('陈志强', { type: 'draft-agreement' }))).toEqual([
    'APR-02 approved-plan ← leader',
    'APR-03 decision-told ← 陈志强',
    'AGR-01 customer-opinion-accepted ← 陈志强',
  ])
  expect(unmetLines(life.try('陈志强', SUBMIT))).toContain('PBK-03 step 分析说明协商 ← 陈志强')
})

test('ROLE-22 SYS-15 S01 line 8: a handler approves nothing, least of all his own', () => {
  expect(unmetLines(walkedTo('plan submitted').try('吴敏', APPROVE))).toEqual([
    'ROLE-22 post ← leader',
  ])
  expect(unmetLines(walkedTo('plan submitted').try('陈志强', APPROVE))).toEqual([
    'ROLE-22 post ← leader',
    'SYS-15 not-own ← leader',
  ])
})

test('SYS-15 not his own either while he stands in for the leader', () => {
  const life = walkedTo('plan submitted')
  life.people = staff({ 陈志强: standingInFor('周建国'), 吴敏: standingInFor('周建国') })
  expect(unmetLines(life.try('陈志强', APPROVE))).toEqual(['SYS-15 not-own ← leader'])
  life.do('吴敏', APPROVE)
  expect(life.state.plan).toMatchObject({ stage: 'approved', decidedBy: '吴敏' })
})

test('SYS-15 one who holds both posts approves the plans of others and never her own', () => {
  const life = walkedTo('considered')
  life.do('陈志强', { type: 'hand-over', to: '林岚' }).do('林岚', { type: 'acknowledge' })
  life.do('林岚', SUBMIT)
  expect(unmetLines(life.try('林岚', APPROVE))).toEqual(['SYS-15 not-own ← leader'])
  expect(isRefusal(walkedTo('plan submitted').try('林岚', APPROVE))).toBe(false)
})

test('APR-02 returned or rejected needs remarks and leads back to negotiation', () => {
  for (const decision of ['returned', 'rejected'] as const) {
    const life = walkedTo('plan submitted')
    expect(unmetLines(life.try('周建国', { ...APPROVE, decision, remarks: ' ' }))).toEqual([
      'APR-02 remarks remarks',
    ])
    life.do('周建国', { ...APPROVE, decision, remarks: '再谈谈' })
    expect(life.state).toMatchObject({
      step: 'negotiation',
      status: 'negotiating',
      plan: { stage: decision, remarks: '再谈谈' },
    })
    expect(unmetLines(life.try('周建国', APPROVE))).toEqual(['APR-02 open-plan ← 陈志强'])
    life.do('陈志强', SUBMIT).do('周建国', APPROVE)
    expect(life.state.status).toBe('approved')
  }
})

test('APR-03 the customer is told before his opinion counts', () => {
  const life = walkedTo('plan approved')
  const accepted = { type: 'record-opinion', opinion: 'accepted', words: '' } as const
  expect(unmetLines(life.try('陈志强', accepted))).toEqual(['APR-03 decision-told ← 陈志强'])
  life.do('陈志强', { type: 'tell-decision', ...TOLD }).do('陈志强', accepted)
  expect(life.history.at(-2)).toMatchObject({ type: 'decision-told', by: '陈志强', data: TOLD })
})

test('NEG-10 AGR-04 a customer who wants a change or declines brings the case back to negotiation', () => {
  for (const opinion of ['wants-change', 'declined'] as const) {
    const life = walkedTo('plan approved').do('陈志强', { type: 'tell-decision', ...TOLD })
    life.do('陈志强', { type: 'record-opinion', opinion, words: '只赔油不够' })
    expect(life.state).toMatchObject({ step: 'negotiation', plan: { opinion } })
    expect(isRefusal(life.try('陈志强', { type: 'draft-agreement' }))).toBe(true)
    life.do('陈志强', SUBMIT)
    expect(life.state.plan).toMatchObject({ stage: 'submitted', told: false, opinion: null })
    expect(unmetLines(life.try('陈志强', { type: 'tell-decision', ...TOLD }))).toEqual([
      'APR-02 approved-plan ← leader',
    ])
  }
})

test('AGR-04 a customer who changes his mind voids the agreement, which stays on record', () => {
  const life = walkedTo('agreement drafted')
  life.do('陈志强', { type: 'record-opinion', opinion: 'wants-change', words: '再加一桶' })
  expect(life.state).toMatchObject({ agreement: null, step: 'negotiation' })
  expect(life.state.formerAgreements).toMatchObject([
    { version: 1, reason: '再加一桶', fulfilled: false, content: { remedies: PLAN.remedies } },
  ])
  expect(life.clock('signature').map((one) => one.outcome)).toEqual(['void'])
})
