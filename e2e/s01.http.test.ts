import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UnmetView } from '@yinuo/contract'
import {
  type Answer,
  done,
  type E2eOffice,
  type NoticesView,
  openOffice,
  problemOf,
  type Someone,
  type TasksView,
  type TimelineView,
} from './office.ts'

// S01 of the acceptance scenarios over HTTP: lines 1–3 at full depth and the thin way to a satisfied customer, with its data.

let office: E2eOffice
let liufang: Someone
let chenzhiqiang: Someone
let zhoujianguo: Someone
let zhaoyong: Someone
let sunli: Someone
let admin: Someone

beforeAll(async () => {
  office = await openOffice()
  ;({ liufang, chenzhiqiang, zhoujianguo, zhaoyong, sunli, admin } = office)
})
afterAll(() => office.stop())

const registration = {
  playbook: 'LUB',
  kind: 'complaint',
  channel: 'phone',
  values: {
    company: '鑫源润滑油经销部',
    address: '常州市武进区湖塘镇人民路18号',
    phone: '0519-80001234',
    reason: 'CF-4 15W-40 柴机油使用后油压报警',
    party: 'agent',
    endUser: '宏达汽车修理厂',
    reporter: '罗经理',
  },
}

let id = ''

/** Sends what must be refused and proves that nothing moved: state, events and commitments stay, the refusal is kept. */
async function expectRefusal(
  attempt: () => Promise<Answer>,
  ...rules: string[]
): Promise<UnmetView[]> {
  const before = await office.snapshot(id)
  const { unmet = [] } = await problemOf(attempt(), 422)
  expect(unmet.map((gate) => gate.rule)).toEqual(expect.arrayContaining(rules))
  for (const gate of unmet) expect(gate.text).toMatch(/\p{Script=Han}/u)
  const after = await office.snapshot(id)
  expect(after.stored).toEqual(before.stored)
  expect(after.refusals).toBe(before.refusals + 1)
  return unmet
}

const onCase = (action: string): string => `/complaints/${id}/${action}`

describe('S01 line 1–3: from the phone call to the handler', () => {
  test('CMP-02 refuses a registration without the telephone number and names it; afterwards the case has a number and is 待签字 (CMP-01)', async () => {
    const { phone: _, ...withoutPhone } = registration.values
    const refused = await expectRefusal(
      () => liufang.post('/complaints', { ...registration, values: withoutPhone }),
      'CMP-02',
    )
    expect(refused[0]?.missing).toMatchObject([
      { form: 'registration', field: 'phone', text: '没有填电话号码' },
    ])
    const made = await done(liufang.post('/complaints', registration))
    id = made.id
    expect(made.number).toMatch(/^TS-\d{8}-\d{4}$/)
    expect(made).toMatchObject({
      statusLabel: '待签字',
      recorder: { name: '刘芳' },
      owner: { name: '刘芳' },
    })
    expect(made.commitments.map((one) => one.rule)).toContain('CLK-07')
  })

  test('SYS-09 shows telephone and address masked and lets only a post with the duty see them, leaving a trace', async () => {
    const seen = await done(liufang.get(`/complaints/${id}`))
    expect(seen.forms['registration']?.values).toMatchObject({
      phone: '0519-8000****',
      address: '常州市武进区****',
    })
    expect(JSON.stringify(seen)).not.toContain('80001234')
    await expectRefusal(
      () => liufang.post(onCase('reveal'), { form: 'registration', field: 'phone' }),
      'ROLE-22',
    )
    const revealed = await done<{ value: string }>(
      zhoujianguo.post(onCase('reveal'), { form: 'registration', field: 'phone' }),
    )
    expect(revealed.value).toBe('0519-80001234')
    const { entries } = await done<TimelineView>(zhoujianguo.get(`/complaints/${id}/timeline`))
    expect(entries.find((entry) => entry.type === 'contact-revealed')?.by?.name).toBe('周建国')
  })

  test('CMP-04 refuses hand-over before the recorder has signed; CMP-03 lets nobody sign for her, not even a colleague who may sign his own', async () => {
    const to = chenzhiqiang.id
    await expectRefusal(() => liufang.post(onCase('hand-over'), { to }), 'CMP-03', 'CMP-04')
    // He does not see the case yet, so for him it is not there; the leader sees it and is refused.
    expect((await chenzhiqiang.post(onCase('sign'))).status).toBe(404)
    const refused = await expectRefusal(() => zhoujianguo.post(onCase('sign')), 'CMP-03')
    expect(refused.find((gate) => gate.rule === 'CMP-03')?.who).toContain('刘芳')
    // Until she signs she puts right what she wrote, in its place; nobody else does.
    const right = { field: 'spec', value: '18L 桶' }
    await expectRefusal(() => zhoujianguo.post(onCase('correct'), right), 'CMP-03')
    const righted = await done(liufang.post(onCase('correct'), right))
    expect(righted.corrections).toEqual([])
    expect(righted.forms['registration']?.values['spec']).toBe('18L 桶')
    const signed = await done(liufang.post(onCase('sign')))
    expect(signed.signature).toMatchObject({ by: { name: '刘芳' }, postLabel: '接待员' })
    await expectRefusal(() => liufang.post(onCase('sign')), 'CMP-03')
  })

  test('CMP-03 keeps what was signed and lets a correction stand beside it', async () => {
    const corrected = await done(
      liufang.post(onCase('correct'), {
        field: 'phone',
        value: '0519-80005678',
        reason: '客户报错了一位',
      }),
    )
    expect(corrected.corrections).toMatchObject([
      { field: 'phone', value: '0519-8000****', reason: '客户报错了一位' },
    ])
    const raw = await office.snapshot(id)
    expect(raw.stored).toContain('0519-80001234')
  })

  test('STF-01, STF-02: 王小明 with three years cannot be made 售后服务人员', async () => {
    const person = office.wangxiaoming
    const tooFew = await problemOf(
      admin.post(`/people/${person}/qualification`, {
        item: 'years',
        result: 'fulfilled',
        value: 3,
      }),
      422,
    )
    expect(tooFew.unmet?.[0]).toMatchObject({ rule: 'STF-02' })
    const refused = await problemOf(
      admin.post(`/people/${person}/posts`, {
        playbook: 'LUB',
        post: 'after-sales',
      }),
      422,
    )
    expect(refused.unmet?.[0]).toMatchObject({ rule: 'STF-01' })
    expect(refused.unmet?.[0]?.who).toContain('领导')
  })

  test('CMP-08 never leaves a complaint without an owner; CMP-04 hands it to a named person, who acknowledges', async () => {
    await expectRefusal(() => liufang.post(onCase('hand-over'), { to: null }), 'CMP-08')
    await expectRefusal(() => liufang.post(onCase('hand-over'), { to: zhaoyong.id }), 'CMP-04')
    const handed = await done(liufang.post(onCase('hand-over'), { to: chenzhiqiang.id }))
    expect(handed).toMatchObject({
      statusLabel: '已移交',
      owner: { name: '刘芳' },
      pendingHandover: { to: { name: '陈志强' } },
    })
    expect(handed.commitments.map((one) => one.rule)).toContain('CMP-04')
    const notices = await done<NoticesView>(chenzhiqiang.get('/notices'))
    expect(notices.notices[0]).toMatchObject({ kind: 'handed-over', complaintId: id })
    await expectRefusal(() => zhoujianguo.post(onCase('acknowledge')), 'CMP-04')
    const taken = await done(chenzhiqiang.post(onCase('acknowledge')))
    expect(taken).toMatchObject({
      statusLabel: '了解中',
      step: 'finding-out',
      owner: { name: '陈志强' },
      recorder: { name: '刘芳' },
    })
    expect(taken.commitments.find((one) => one.rule === 'CMP-04')).toMatchObject({
      outcome: 'met',
    })
    expect(taken.commitments.find((one) => one.rule === 'CLK-07')).toMatchObject({
      owner: { name: '陈志强' },
    })
  })

  test('ROLE-02: the recorder sees the progress of her record and is refused handling, approval and closing', async () => {
    expect((await liufang.get(`/complaints/${id}`)).body).toMatchObject({ statusLabel: '了解中' })
    await expectRefusal(
      () => liufang.post(onCase('enter-step'), { step: 'negotiation' }),
      'ROLE-22',
    )
    await expectRefusal(() => liufang.post(onCase('decide-plan'), APPROVAL), 'ROLE-22')
    await expectRefusal(() => liufang.post(onCase('close')), 'ROLE-22')
  })
})

const findings = {
  productName: 'CF-4 15W-40 柴机油',
  spec: '18 L 桶',
  producedOn: '2025-11-18',
  batch: '20251118-B2',
  usedSince: '2026-02-20 换油',
  symptom: '怠速时油压报警灯亮,热车后更频繁',
  previousExperience: '油压正常,无报警',
  recentUse: '矿山短途,每天约 10 小时',
  restatement: '换油以后怠速报警,热车更频繁',
  wish: '换成没有问题的油',
  demand: '赔油2桶',
}
const asked = { load: '满载', oilChange: '放净', filter: '换了', mixing: '没有' }
const analysed = {
  severity: 'moderate',
  grasp: '留样粘度偏低',
  visitNeeded: false,
  verifyEndUser: true,
  judgement: 'grounded',
  besidesMoney: '没有',
}
const round = {
  means: 'phone',
  ours: '这一批我们负责到底',
  theirs: '赔两桶就行',
  reaction: '口气缓和',
  point: '要快',
}
const saved = (form: string, values: object, expectedVersion = 0) =>
  chenzhiqiang.post(onCase('save-form'), { form, expectedVersion, values })
const save = (form: string, values: object) => done(saved(form, values))
const add = (kind: string, values: object) =>
  done(chenzhiqiang.post(onCase('add-record'), { kind, values }))
const preNegotiation = {
  trade: 'long-term',
  future: 'hopeful',
  reputation: '当地口碑',
  demand: 'fair',
  demandText: '赔油2桶',
  fault: 'company',
  analysis: '同批次留样粘度偏低',
}
const APPROVAL = { decision: 'approved', expectedVersion: 1 }
const plan = {
  opinion: '同批次留样粘度偏低,我方有过错,按从优处理',
  remedies: [
    {
      remedy: 'gift-oil',
      product: 'CF-4 15W-40',
      quantity: 2,
      unit: '桶',
      amountFen: 76_000,
      note: '18L',
    },
    {
      remedy: 'small-gift',
      quantity: 1,
      unit: '份',
      amountFen: 10_000,
      who: '罗经理',
      on: '2026-03-05',
    },
    { remedy: 'apology', product: '', quantity: 1, unit: '次', amountFen: 0, note: '电话' },
  ],
  costFen: 86_000,
  keptFen: 4_600_000,
  level: 'generous',
}

describe('S01, the thin way: from finding out to a satisfied customer', () => {
  test('INV-01, INV-02 refuse analysis while a contact and a field are missing; 客户无法提供 with a reason is an answer', async () => {
    const refused = await expectRefusal(
      () => chenzhiqiang.post(onCase('enter-step'), { step: 'negotiation' }),
      'INV-01',
      'INV-02',
    )
    expect(refused.find((gate) => gate.rule === 'INV-02')?.missing).toHaveLength(9)
    await done(
      chenzhiqiang.post(onCase('add-record'), {
        kind: 'contact',
        values: { means: 'phone', person: '罗经理', reached: true, content: '怠速报警,热车更频繁' },
      }),
    )
    await done(
      chenzhiqiang.post(onCase('save-form'), {
        form: 'finding-out',
        expectedVersion: 0,
        values: findings,
      }),
    )
    const still = await expectRefusal(
      () => chenzhiqiang.post(onCase('enter-step'), { step: 'negotiation' }),
      'INV-02',
    )
    expect(still[0]?.missing).toMatchObject([{ field: 'previousBrand' }])
    const conflict = await problemOf(
      chenzhiqiang.post(onCase('save-form'), {
        form: 'finding-out',
        expectedVersion: 0,
        values: findings,
      }),
      409,
    )
    expect(conflict.current).toMatchObject({ version: 1, values: findings })
    await done(
      chenzhiqiang.post(onCase('save-form'), {
        form: 'finding-out',
        expectedVersion: 1,
        values: findings,
        unavailable: { previousBrand: '司机已离职' },
      }),
    )
  })

  test('INV-05, INV-18 S01 line 4: without the customer’s confirmation of the restatement refused; with it, by telephone, on', async () => {
    const enter = () => chenzhiqiang.post(onCase('enter-step'), { step: 'negotiation' })
    await expectRefusal(enter, 'INV-05', 'INV-18')
    await save('questions', asked)
    const refused = await expectRefusal(enter, 'INV-05')
    expect(refused).toMatchObject([{ strength: 'should', missing: [{ code: 'record' }] }])
    await add('read-back', { means: 'phone', person: '罗经理', result: 'confirmed' })
    expect(await done(enter())).toMatchObject({ statusLabel: '分析协商中' })
  })

  test('INV-15 S01 line 5: 未向最终用户核实 is shown until the verification with 宏达汽车修理厂 is recorded', async () => {
    const before = await done(chenzhiqiang.get(`/complaints/${id}`))
    expect(before.marks).toEqual([{ rule: 'INV-15', text: '未向最终用户核实' }])
    const after = await add('end-user-check', {
      endUser: '宏达汽车修理厂',
      means: 'phone',
      result: '说法一致',
    })
    expect(after.marks).toEqual([])
  })

  test('INV-12, INV-13, PRM-09 S01 line 6: 没有把握 refuses 今天给您换油; a colleague is asked before it can be 有把握; an answer can always be promised', async () => {
    const promise = {
      content: '今天给您换油',
      toWhom: '罗经理',
      dueAt: new Date(Date.now() + 3_600_000).toISOString(),
      source: 'call',
      about: 'outcome',
    }
    const promised = (changes: object = {}) =>
      chenzhiqiang.post(`/complaints/${id}/promises`, { ...promise, ...changes })
    await save('analysis', { certainty: 'none' })
    const refused = await expectRefusal(() => promised(), 'INV-12')
    expect(refused[0]?.text).toContain('把握程度须是：基本有把握、有把握')
    await done(promised({ content: '下午三点给您回电话', about: 'answer' }))
    const sure = { certainty: 'sure' }
    await expectRefusal(() => saved('analysis', sure, 1), 'INV-13')
    await add('consultation', { colleague: zhoujianguo.id, opinion: '留样粘度偏低', clear: true })
    await done(saved('analysis', { ...sure, ...analysed }, 1))
  })

  test('APR-01 refuses a submission without opinion, plan and cost; APR-02, SYS-15: the leader decides, never the author', async () => {
    // S01 line 7: no negotiation and no proposal before a–e.
    await expectRefusal(
      () => chenzhiqiang.post(onCase('submit-plan'), { plan, expectedVersion: 0 }),
      'NEG-01',
      'GDE-01',
      'GDE-07',
    )
    await expectRefusal(
      () => chenzhiqiang.post(onCase('add-record'), { kind: 'negotiation-round', values: round }),
      'NEG-01',
    )
    await save('negotiation', preNegotiation)
    await add('negotiation-round', round)
    await add('vent', { said: '停车一天亏一天', minutes: 4, finished: true })
    await add('calming', { mood: 'angry', done: '听完、道歉', moodAfter: 'calm' })
    await add('apology', { person: '罗经理', inconvenience: '耽误了工期' })
    const refused = await expectRefusal(
      () =>
        chenzhiqiang.post(onCase('submit-plan'), {
          plan: { opinion: ' ', remedies: [], costFen: null },
          expectedVersion: 0,
        }),
      'APR-01',
    )
    expect(refused[0]?.text).toMatch(/处理意见.*补救项目.*费用/)
    expect(
      await done(chenzhiqiang.post(onCase('submit-plan'), { plan, expectedVersion: 0 })),
    ).toMatchObject({
      statusLabel: '待批准',
      plan: { stage: 'submitted' },
    })
    await expectRefusal(
      () =>
        chenzhiqiang.post(onCase('tell-decision'), {
          means: 'phone',
          person: '罗经理',
          content: '赔两桶',
        }),
      'APR-02',
    )
    await expectRefusal(() => chenzhiqiang.post(onCase('draft-agreement')), 'APR-02')
    await expectRefusal(
      () => chenzhiqiang.post(onCase('decide-plan'), APPROVAL),
      'ROLE-22',
      'SYS-15',
    )
    await expectRefusal(
      () => zhoujianguo.post(onCase('decide-plan'), { decision: 'returned', expectedVersion: 1 }),
      'APR-02',
    )
    expect(await done(zhoujianguo.post(onCase('decide-plan'), APPROVAL))).toMatchObject({
      statusLabel: '已批准待回复',
      plan: { stage: 'approved', decidedBy: { name: '周建国' } },
    })
  })

  test('APR-03 the decision is told by a named person; CLK-07 that is the reply of the day; AGR-01 no agreement before the customer accepts', async () => {
    await expectRefusal(() => chenzhiqiang.post(onCase('draft-agreement')), 'APR-03', 'AGR-01')
    const told = await done(
      chenzhiqiang.post(onCase('tell-decision'), {
        means: 'phone',
        person: '罗经理',
        content: '赠油两桶、小礼品一份并道歉',
      }),
    )
    expect(told.commitments.find((one) => one.rule === 'CLK-07')).toMatchObject({
      outcome: 'met',
    })
    await expectRefusal(() => chenzhiqiang.post(onCase('draft-agreement')), 'AGR-01')
    await done(chenzhiqiang.post(onCase('record-opinion'), { opinion: 'accepted', words: '可以' }))
    expect(await done(chenzhiqiang.post(onCase('draft-agreement')))).toMatchObject({
      statusLabel: '待签协议',
      agreement: { version: 1, costFen: 86_000 },
    })
  })

  test('AGR-01 refuses execution before both have signed and a second person has confirmed the customer’s signature', async () => {
    await expectRefusal(
      () => chenzhiqiang.post(onCase('enter-step'), { step: 'execution' }),
      'AGR-01',
    )
    await done(chenzhiqiang.post(onCase('sign-agreement')))
    const attachment = await office.uploadScan(chenzhiqiang)
    await done(
      chenzhiqiang.post(onCase('file-scan'), {
        attachment,
        signer: '罗永明',
        signedOn: '2026-03-02',
        means: 'paper-scan',
      }),
    )
    await expectRefusal(() => chenzhiqiang.post(onCase('confirm-scan')), 'AGR-01')
    await expectRefusal(
      () => chenzhiqiang.post(onCase('enter-step'), { step: 'execution' }),
      'AGR-01',
    )
    expect(
      (await office.call(office.staff.leader, 'GET', `/attachments/${attachment}`)).status,
    ).toBe(200)
    await done(zhoujianguo.post(onCase('confirm-scan')))
    const executing = await done(chenzhiqiang.post(onCase('enter-step'), { step: 'execution' }))
    expect(executing).toMatchObject({ statusLabel: '执行中' })
    expect(executing.tasks.map((task) => `${task.postLabel}:${task.label}`)).toEqual([
      expect.stringContaining('仓库'),
      expect.stringContaining('市场'),
    ])
  })

  test('EXE-01 gives the warehouse product, quantity and address and wants the waybill; EXE-05 refuses follow-up and closing while a task is open', async () => {
    await expectRefusal(
      () => chenzhiqiang.post(onCase('enter-step'), { step: 'follow-up' }),
      'EXE-05',
    )
    await expectRefusal(() => chenzhiqiang.post(onCase('close')), 'EXE-05', 'FUP-01')
    const { tasks } = await done<TasksView>(zhaoyong.get('/tasks'))
    expect(tasks).toMatchObject([
      {
        product: 'CF-4 15W-40',
        quantity: 2,
        unit: '桶',
        address: '常州市武进区湖塘镇人民路18号',
        phone: '0519-80005678',
        recipient: '鑫源润滑油经销部',
      },
    ])
    expect((await zhaoyong.get(`/complaints/${id}`)).status).toBe(404)
    expect(
      (
        await sunli.post(`/tasks/${tasks[0]?.id}/complete`, {
          complaintId: id,
          waybill: 'SF1',
          doneOn: '2026-03-03',
        })
      ).status,
    ).toBe(404)
    await done(zhaoyong.post(`/tasks/${tasks[0]?.id}/acknowledge`, { complaintId: id }))
    await expectRefusal(
      () =>
        zhaoyong.post(`/tasks/${tasks[0]?.id}/complete`, {
          complaintId: id,
          waybill: '',
          doneOn: '2026-03-03',
        }),
      'EXE-01',
    )
    await done(
      zhaoyong.post(`/tasks/${tasks[0]?.id}/complete`, {
        complaintId: id,
        waybill: 'SF1000001',
        doneOn: '2026-03-03',
      }),
    )
    const gift = (await done<TasksView>(sunli.get('/tasks'))).tasks[0]
    await done(
      sunli.post(`/tasks/${gift?.id}/complete`, {
        complaintId: id,
        doneOn: '2026-03-03',
        note: '罗经理签收',
      }),
    )
    expect(
      await done(chenzhiqiang.post(onCase('enter-step'), { step: 'follow-up' })),
    ).toMatchObject({ statusLabel: '跟踪中' })
  })

  test('FUP-01 an unsatisfied answer plans the next follow-up and refuses closing; after 满意 the case closes and shows every step (NEG-17, SYS-02)', async () => {
    const unsatisfied = {
      means: 'phone',
      person: '罗经理',
      answer: '还是响',
      satisfied: false,
      dislikes: '仍有异响',
      changeNeeded: false,
    }
    await expectRefusal(() => chenzhiqiang.post(onCase('record-follow-up'), unsatisfied), 'FUP-01')
    const now = await office.now()
    await done(
      chenzhiqiang.post(onCase('record-follow-up'), {
        ...unsatisfied,
        nextAt: now.add({ hours: 24 }).toString(),
      }),
    )
    await expectRefusal(() => chenzhiqiang.post(onCase('close')), 'FUP-01')
    await done(
      chenzhiqiang.post(onCase('record-follow-up'), {
        means: 'visit',
        person: '罗经理',
        answer: '不响了，货也收到了',
        satisfied: true,
        changeNeeded: false,
        received: true,
      }),
    )
    await expectRefusal(() => chenzhiqiang.post(onCase('close')), 'EXE-14')
    // What was promised on the way and not kept stands in the way by name.
    const open = await expectRefusal(
      () => chenzhiqiang.post(onCase('close'), { clean: true }),
      'EXE-14',
    )
    expect(open[0]?.text).toContain('下午三点给您回电话')
    const { commitments } = await done(chenzhiqiang.get(`/complaints/${id}`))
    for (const one of commitments.filter(({ mayKeep }) => mayKeep))
      await done(chenzhiqiang.post(`/commitments/${one.id}/keep`, { note: '已回电' }))
    const closed = await done(chenzhiqiang.post(onCase('close'), { clean: true }))
    expect(closed).toMatchObject({ statusLabel: '已结案', ending: 'satisfied' })
    expect(closed.options.filter((one) => one.allowed).map((one) => one.action)).toEqual([
      'plan-care',
      'record-care',
      'reveal-contact',
      'print-form',
    ])
    const { entries } = await done<TimelineView>(zhoujianguo.get(`/complaints/${id}/timeline`))
    const types = entries.map((entry) => entry.type)
    for (const type of [
      'registered',
      'signed',
      'handed-over',
      'acknowledged',
      'plan-approved',
      'decision-told',
      'scan-confirmed',
      'task-completed',
      'closed',
    ]) {
      expect(types).toContain(type)
    }
    const refusals = entries.filter((entry) => entry.stream === 'refusal')
    // Each says what was missing and who could have done it, in words (SYS-02, SYS-20).
    const signing = refusals.findLast((entry) => entry.type === 'sign')
    expect(signing).toMatchObject({ by: { name: '周建国' } })
    expect(JSON.stringify(signing?.data['unmet'])).toContain(
      '记录人本人还没有签字（CMP-03）。可由刘芳办理。',
    )
    // What was missing, never a number the customer gave; ids of people may hold eight digits in a row.
    expect(JSON.stringify(refusals.map(({ data }) => data))).not.toMatch(/\d{8}/)
  })
})
