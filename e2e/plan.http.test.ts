import type { api, ComplaintView, OutputOf } from '@yinuo/contract'
import { walkCase } from '@yinuo/server/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type DayView,
  done,
  type E2eOffice,
  type ListView,
  openOffice,
  problemOf,
  type TasksView,
} from './office.ts'

// The other branches behind the plan, as the server judges them: what an approval covers, an agreement that is declined, a
// refusal, what comes after the end. The rules one by one are in playbooks/method.

let office: E2eOffice
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

type Place = Parameters<typeof walkCase>[2]
type Plan = NonNullable<ComplaintView['plan']>['content']
type Approvals = OutputOf<typeof api.complaint.listApprovals>

async function caseAt(place: Place, changes: object = {}) {
  const view = await walkCase(office, office, place, changes)
  const { chenzhiqiang, zhoujianguo } = office
  const url = (action: string): string => `/complaints/${view.id}/${action}`
  return {
    view,
    id: view.id,
    read: () => done(chenzhiqiang.get(`/complaints/${view.id}`)),
    handler: (action: string, body: object = {}) => chenzhiqiang.post(url(action), body),
    leader: (action: string, body: object = {}) => zhoujianguo.post(url(action), body),
    waiting: async () => {
      const { approvals } = await done<Approvals>(zhoujianguo.get('/approvals'))
      return approvals.find((one) => one.complaintId === view.id)
    },
  }
}

const rules = (problem: { unmet?: readonly { rule: string }[] | undefined }) =>
  problem.unmet?.map((gate) => gate.rule) ?? []
const planOf = (view: ComplaintView): Plan => {
  if (view.plan === null) throw new Error('the case has no plan')
  return view.plan.content
}
const TOLD = { means: 'phone', person: '罗经理', content: '就一桶，可以' }

test('NEG-11 the customer wants less than was approved: one call changes the plan, tells him and has his word, and the leader is told', async () => {
  const { view, handler } = await caseAt('plan-approved')
  const plan = planOf(view)
  const less = { ...plan, costFen: 80_000, remedies: plan.remedies.slice(0, 1) }
  const changed = await done(
    handler('revise-plan', {
      plan: less,
      expectedVersion: 1,
      reason: '客户只要油',
      accepted: TOLD,
    }),
  )
  expect(changed).toMatchObject({
    statusLabel: '已批准待回复',
    plan: {
      stage: 'approved',
      told: true,
      opinion: 'accepted',
      version: 2,
      content: { costFen: 80_000 },
    },
  })
  const { notices } = await done<{ notices: { kind: string }[] }>(
    office.zhoujianguo.get('/notices'),
  )
  expect(notices[0]).toMatchObject({ kind: 'plan-revised' })
  expect(await done(handler('draft-agreement'))).toMatchObject({ agreement: { costFen: 80_000 } })
})

test('APR-09 one compensation split into three lines goes back to the leader, its agreement void, and nothing can be told meanwhile', async () => {
  const { view, handler, waiting } = await caseAt('agreement-signed')
  const plan = planOf(view)
  const third = { ...plan.remedies[0], quantity: 1, amountFen: 26_000 }
  const split = { ...plan, remedies: [third, third, third] }
  const again = await done(
    handler('revise-plan', { plan: split, expectedVersion: 1, reason: '分三次给' }),
  )
  expect(again).toMatchObject({
    statusLabel: '待批准',
    agreement: null,
    formerAgreements: [{ version: 1, reason: '分三次给', fulfilled: false }],
    plan: { stage: 'submitted', approved: null },
  })
  expect(rules(await problemOf(handler('tell-decision', TOLD), 422))).toContain('APR-02')
  // The leader sees what was decided before on this case, and that nothing of it stands any more.
  expect(await waiting()).toMatchObject({
    before: [{ decision: 'approved', by: { name: '周建国' } }],
    sums: { caseFen: 0 },
  })
})

test('SYS-08 two windows change one approved plan: the second is shown the conflict and nothing is lost', async () => {
  const { view, handler } = await caseAt('plan-approved')
  const plan = planOf(view)
  const less = { ...plan, remedies: plan.remedies.slice(0, 1) }
  await done(handler('revise-plan', { plan: less, expectedVersion: 1, reason: '一' }))
  const conflict = await problemOf(
    handler('revise-plan', { plan, expectedVersion: 1, reason: '二' }),
    409,
  )
  expect(conflict.current).toMatchObject({ version: 2 })
})

test('AGR-04 a customer who declines the agreement: back to negotiation with his objections, the draft void and still to be read', async () => {
  const { handler } = await caseAt('agreement-signed')
  const silent = await problemOf(handler('record-opinion', { opinion: 'declined' }), 422)
  expect(rules(silent)).toEqual(['AGR-04'])
  const back = await done(handler('record-opinion', { opinion: 'declined', words: '要换货' }))
  expect(back).toMatchObject({
    statusLabel: '分析协商中',
    agreement: null,
    formerAgreements: [
      { reason: '要换货', companySigner: { name: '陈志强' }, endedBy: { name: '陈志强' } },
    ],
  })
})

test('NEG-04 an unreasonable demand without any business ahead is refused with the leader’s word, told, and closed; any other is not', async () => {
  const { handler, leader, waiting, read } = await caseAt('negotiating')
  const refuse = { ending: 'refused', reason: '要求无据，以后也不再往来' }
  expect(rules(await problemOf(handler('propose-ending', refuse), 422))).toContain('NEG-04')
  const weighed = { trade: 'new', future: 'none', reputation: '无', demand: 'unreasonable' }
  const values = { ...weighed, demandText: '赔十桶', fault: 'none', analysis: '油品合格' }
  await done(handler('save-form', { form: 'negotiation', expectedVersion: 0, values }))
  const offered = (await read()).options.find((one) => one.target === 'refused')
  expect(offered).toMatchObject({ action: 'propose-ending', allowed: true })
  await done(handler('propose-ending', refuse))
  expect(await waiting()).toMatchObject({ kind: 'ending', ending: refuse, plan: null })
  const agreed = await done(leader('decide-ending', { decision: 'approved' }))
  expect(agreed).toMatchObject({ statusLabel: '跟踪中', closedAt: null })
  const skip = { 'GDE-02': '没有谈' }
  const untold = await problemOf(handler('close', { clean: true, skip }), 422)
  expect(rules(untold)).toContain('APR-03')
  await done(handler('tell-decision', { ...TOLD, content: '经研究，这个要求我们不能答应' }))
  expect(await done(handler('close', { clean: true, skip }))).toMatchObject({
    ending: 'refused',
    statusLabel: '已结案',
  })
})

test('APR-02 the leader’s list holds amount, class, what the customer wants and the sums of customer and author; what is decided leaves it', async () => {
  const before = await caseAt('plan-approved')
  const { leader, waiting, view } = await caseAt('plan-submitted')
  const found = await waiting()
  expect(found).toMatchObject({
    kind: 'plan',
    author: { name: '陈志强' },
    plan: { version: 1, class: 'even', content: { costFen: 86_000, level: 'generous' } },
    weighed: { fault: 'company' },
  })
  expect(found?.due?.dueAt).toMatch(/Z$/)
  expect(found?.wants.demand).not.toBe('')
  // Everything granted to this author this month counts, whichever case it was on (NEG-11, APR-09).
  expect(found?.sums.authorFen).toBeGreaterThanOrEqual(planOf(before.view).costFen ?? 0)
  expect(found?.sums.authorCount).toBeGreaterThanOrEqual(1)
  await done(leader('decide-plan', { decision: 'approved', expectedVersion: view.plan?.version }))
  expect(await waiting()).toBeUndefined()
})

test('CLK-09 sorted by daily loss the costliest standstill comes first, and the leader sees it beside the amount', async () => {
  const registration = (dailyLoss: number) => ({
    values: {
      company: '停机',
      address: '常州',
      phone: '0519-80001234',
      reason: '停机',
      reporter: '罗经理',
      party: 'company',
      dailyLoss,
    },
  })
  const small = await caseAt('registered', registration(10_000))
  const large = await caseAt('registered', registration(900_000))
  const { rows } = await done<ListView>(
    office.zhoujianguo.get('/complaints?order=daily-loss&limit=100'),
  )
  expect(rows[0]).toMatchObject({ id: large.id, dailyLossFen: 900_000 })
  const at = (id: string) => rows.findIndex((row) => row.id === id)
  expect(at(small.id)).toBeGreaterThan(at(large.id))
  const { waiting } = await caseAt('plan-submitted')
  expect((await waiting())?.dailyLossFen).toBe(68_000)
})

test('INV-14 INV-17 SYS-15 what else a leader has to answer waits in the same list and on his day, and leaves both when he did', async () => {
  const { id, handler, leader } = await caseAt('negotiating')
  const demand = (content: string) => ({
    kind: 'other-demand',
    values: { kind: 'promotion', content },
  })
  await done(handler('add-record', demand('在县里做广告')))
  await done(handler('add-record', demand('帮忙开分店')))
  const mine = async () => {
    const { approvals } = await done<Approvals>(office.zhoujianguo.get('/approvals'))
    return approvals.filter((one) => one.complaintId === id)
  }
  const day = async () => {
    const { items } = await done<DayView>(office.zhoujianguo.get('/my-day'))
    return items.filter((one) => one.complaintId === id && one.noun === 'approval')
  }
  expect(await mine()).toMatchObject([
    { kind: 'record', author: { name: '陈志强' }, record: { kind: 'other-demand', entry: 0 } },
    { kind: 'record', record: { entry: 1, values: { content: '帮忙开分店' } } },
  ])
  expect((await day())[0]?.title).toMatch(/^陈志强申请经济补偿以外的要求/)
  const answer = { kind: 'other-demand', decision: 'rejected', remarks: '今年不做' }
  await done(leader('decide-record', { ...answer, entry: 0 }))
  expect(await mine()).toHaveLength(1)
  await done(leader('decide-record', { ...answer, entry: 1 }))
  expect(await mine()).toEqual([])
  expect(await day()).toEqual([])
})

test('ROLE-22 the list of approvals is for those who may approve', async () => {
  expect((await office.chenzhiqiang.get('/approvals')).status).toBe(422)
})

test('EXE-03 EXE-04 a department is added; who answers for the customer sees every task of his, the contact masked', async () => {
  const { id, handler } = await caseAt('executing')
  const wrong = await problemOf(handler('add-task', { post: 'receptionist', label: '补印' }), 422)
  expect(rules(wrong)).toEqual(['EXE-04'])
  const task = { post: 'production', label: '补印合格证', dueOn: '2026-03-09' }
  const added = await done(handler('add-task', task))
  expect(added.tasks.at(-1)).toMatchObject({
    label: '补印合格证',
    rule: 'EXE-04',
    evidence: 'receipt',
  })
  const { tasks } = await done<TasksView>(office.chenzhiqiang.get('/tasks?of=cases'))
  const own = tasks.filter((one) => one.complaintId === id)
  expect(own.map((one) => one.postLabel)).toEqual(
    expect.arrayContaining(['仓库管理和发货部门', '市场管理人员', '生产部门']),
  )
  expect(JSON.stringify(own)).not.toContain('80001234')
  expect(own.find((one) => one.label === '补印合格证')?.dueAt).toBe('2026-03-09T16:00:00Z')
  // Another handler answers for none of them; a leader for all.
  const others = await done<TasksView>(office.wutong.get('/tasks?of=cases'))
  expect(others.tasks.filter((one) => one.complaintId === id)).toEqual([])
  const all = await done<TasksView>(office.zhoujianguo.get('/tasks?of=cases'))
  expect(all.tasks.filter((one) => one.complaintId === id)).toHaveLength(own.length)
})

test('FUP-08 SYS-17 after an honest end the customer is kept in touch with; one who is not satisfied then has his case open again', async () => {
  const { handler, leader } = await caseAt('negotiating')
  await done(handler('propose-ending', { ending: 'withdrawn', reason: '客户撤诉' }))
  await done(leader('decide-ending', { decision: 'approved' }))
  const later = (await office.now()).add({ hours: 240 }).toString()
  const planned = await done(handler('plan-care', { dueAt: later, note: '问油压' }))
  expect(planned.commitments.find((one) => one.rule === 'FUP-08')).toMatchObject({
    outcome: 'open',
    owner: { name: '陈志强' },
  })
  const care = { means: 'visit', person: '罗经理', answer: '又报警', satisfied: false }
  expect(rules(await problemOf(handler('record-care', care), 422))).toEqual(['FUP-03'])
  const again = await done(handler('record-care', { ...care, dislikes: '油压又报警' }))
  expect(again).toMatchObject({ statusLabel: '分析协商中', closedAt: null, ending: null })
  expect(rules(await problemOf(leader('reopen', { reason: '再开' }), 422))).toContain('SYS-17')
})
