import { isPlanApproved, type PlanContent } from '@yinuo/domain'
import { expect, test } from 'vitest'
import type { Life } from './life.ts'
import { unmetLines } from './refused.ts'
import { followUp, PLAN, TOLD, walkedTo } from './way.ts'

const [oil, gift, apology] = PLAN.remedies as [
  PlanContent['remedies'][number],
  PlanContent['remedies'][number],
  PlanContent['remedies'][number],
]
const ONE_CAN = { ...PLAN, costFen: 46_000, remedies: [{ ...oil, quantity: 1, amountFen: 40_000 }] }

function revise(life: Life, plan: PlanContent, accepted: typeof TOLD | null = null) {
  return life.try('陈志强', { type: 'revise-plan', plan, reason: '客户提的', accepted })
}

const names = (life: Life, count: number) => life.history.slice(-count).map(({ type }) => type)

test('NEG-11 a demand that costs no more is accepted in one step, without a new approval, and logged', () => {
  const life = walkedTo('plan approved')
  revise(life, ONE_CAN, TOLD)
  expect(names(life, 3)).toEqual(['plan-revised', 'decision-told', 'opinion-recorded'])
  expect(life.state).toMatchObject({
    status: 'approved',
    plan: { content: ONE_CAN, stage: 'approved', told: true, opinion: 'accepted' },
  })
  life.do('陈志强', { type: 'draft-agreement' })
  expect(life.state.agreement?.content).toMatchObject({ costFen: 46_000 })
})

test('NEG-11 also when the customer only asked for a change first: the approval was not withdrawn', () => {
  const life = walkedTo('plan approved').do('陈志强', { type: 'tell-decision', ...TOLD })
  life.do('陈志强', { type: 'record-opinion', opinion: 'wants-change', words: '一桶就够' })
  expect(life.state.step).toBe('negotiation')
  revise(life, ONE_CAN, TOLD)
  expect(life.state).toMatchObject({ step: 'approval', status: 'approved' })
})

test('APR-09 more money, more of a remedy, another remedy or other words: back to the leader, the approval void', () => {
  const beyond: readonly PlanContent[] = [
    { ...PLAN, costFen: 86_001 },
    { ...PLAN, remedies: [{ ...oil, quantity: 3 }, gift, apology] },
    { ...PLAN, remedies: [{ ...oil, amountFen: 80_001 }] },
    { ...PLAN, remedies: [oil, { ...gift, remedy: 'discount' }] },
    { ...PLAN, remedies: [oil, gift, { ...apology, note: '每年再送两桶' }] },
    { ...PLAN, remedies: [{ ...oil, product: '全合成 5W-40' }] },
  ]
  for (const plan of beyond) {
    const life = walkedTo('agreement drafted')
    revise(life, plan)
    expect(names(life, 4)).toEqual([
      'agreement-voided',
      'approval-voided',
      'plan-submitted',
      'step-entered',
    ])
    expect(life.state).toMatchObject({
      status: 'awaiting-approval',
      agreement: null,
      plan: { stage: 'submitted', approvedContent: null, told: false },
      granted: [],
    })
    expect(unmetLines(life.try('陈志强', { type: 'tell-decision', ...TOLD }))).toEqual([
      'APR-02 approved-plan ← leader',
    ])
    expect(life.clock('reply-after-approval')[0]?.outcome).not.toBe('open')
  }
})

test('APR-09 one compensation cut into three lines is still one', () => {
  const thirds = [1, 2, 3].map(() => ({ ...oil, quantity: 1, amountFen: 26_000 }))
  const life = walkedTo('plan approved')
  // Each line costs less than what was approved, and all of them together no more: still a can too many.
  revise(life, { ...PLAN, remedies: thirds })
  expect(life.state.plan?.stage).toBe('submitted')
  const halves = [1, 2].map(() => ({ ...oil, quantity: 1, amountFen: 40_000 }))
  const inside = walkedTo('plan approved')
  revise(inside, { ...PLAN, remedies: halves })
  expect(inside.state.plan?.stage).toBe('approved')
})

test('APR-09 an approval is used once: what was carried out is not granted again by it', () => {
  const life = walkedTo('following up')
  life.do('陈志强', followUp({ satisfied: false, dislikes: '仍有异响', changeNeeded: true }))
  expect(life.state.step).toBe('negotiation')
  expect(unmetLines(revise(life, PLAN) as never)).toEqual(['APR-09 approved-plan ← leader'])
  expect(unmetLines(life.try('陈志强', { type: 'tell-decision', ...TOLD }))).toEqual([
    'APR-02 approved-plan ← leader',
  ])
  life.do('陈志强', { type: 'submit-plan', plan: PLAN })
  expect(life.state.granted).toHaveLength(1)
  life.do('周建国', { type: 'decide-plan', decision: 'approved', remarks: '' })
  expect(life.state.granted.map((one) => one.costFen)).toEqual([86_000, 86_000])
})

test('APR-02 what is beyond the approval cannot have been offered, so nobody accepted it', () => {
  const life = walkedTo('plan approved')
  expect(unmetLines(revise(life, { ...PLAN, costFen: 90_000 }, TOLD))).toEqual([
    'APR-02 approved-plan ← leader',
  ])
})

test('APR-09 inside the envelope a smaller plan leaves room to come back to what was approved, never beyond', () => {
  const life = walkedTo('plan approved')
  revise(life, ONE_CAN)
  revise(life, PLAN)
  expect(life.state.plan).toMatchObject({ stage: 'approved', content: PLAN })
  expect(isPlanApproved(life.state)).toBe(true)
})

test('APR-09 NEG-11 a change needs its reason and is the owner’s', () => {
  const life = walkedTo('plan approved')
  expect(
    unmetLines(
      life.try('陈志强', { type: 'revise-plan', plan: PLAN, reason: ' ', accepted: null }),
    ),
  ).toEqual(['APR-09 reason reason'])
  expect(
    unmetLines(life.try('吴敏', { type: 'revise-plan', plan: PLAN, reason: '改', accepted: null })),
  ).toContain('CMP-08 owner ← 陈志强')
})
