import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CommitmentView, ComplaintReceipt, CustomerView } from '@yinuo/contract'
import {
  type DayView,
  done,
  type E2eOffice,
  type ListView,
  type NoticesView,
  openOffice,
  problemOf,
} from './office.ts'

// Deadlines and promises over HTTP with the movable clock (SYS-05): they warn, fire once and are never erased.

let office: E2eOffice

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

/** Sets the demo's clock to a Shanghai time and lets everything due by then happen. */
async function at(time: string): Promise<void> {
  await office.setClock(
    Temporal.PlainDateTime.from(time).toZonedDateTime('Asia/Shanghai').toInstant().toString(),
    true,
  )
  await office.app.worker.fireAll()
}

async function handedOver(company: string): Promise<ComplaintReceipt> {
  return done(
    office.liufang.post('/complaints', {
      playbook: 'LUB',
      kind: 'complaint',
      channel: 'phone',
      values: {
        company,
        address: '常州市武进区',
        phone: '0519-80001234',
        reason: '油压报警',
        party: 'company',
        reporter: '罗经理',
      },
      sign: true,
      handOverTo: office.chenzhiqiang.id,
    }),
  )
}

const clockOf = (view: ComplaintReceipt, label: string): CommitmentView | undefined =>
  view.commitments.find((one) => one.label === label)
const noticesOf = async (who: E2eOffice['liufang'], caseId: string): Promise<string[]> => {
  const { notices } = await done<NoticesView>(who.get('/notices?limit=100'))
  return notices
    .filter((one) => one.complaintId === caseId && one.kind.startsWith('commitment'))
    .map((one) => one.title)
}

test('CLK-21, CMP-04: the receiver is warned, then told with his superior, then the next one up, each once, however often the worker looks', async () => {
  await at('2026-03-02T09:00')
  const { id } = await handedOver('鑫源润滑油经销部')
  await at('2026-03-02T09:19')
  expect(await noticesOf(office.chenzhiqiang, id)).toEqual([])
  await at('2026-03-02T09:20')
  await office.app.worker.fireAll()
  expect(await noticesOf(office.chenzhiqiang, id)).toEqual(['接收确认：快到期'])
  expect(await noticesOf(office.zhoujianguo, id)).toEqual([])
  await at('2026-03-02T09:30')
  await Promise.all([office.app.worker.fireAll(), office.app.worker.fireAll()])
  expect(await noticesOf(office.chenzhiqiang, id)).toEqual(['接收确认：已超时', '接收确认：快到期'])
  expect(await noticesOf(office.zhoujianguo, id)).toEqual(['接收确认：已超时'])
  await at('2026-03-02T09:45')
  const { rows } = await office.database.admin.query(
    `select type, count(*)::int as count from event where noun = 'commitment' and stream_id in (select commitment_id from commitment where complaint_id = $1 and clock = 'acknowledgement') group by type order by type`,
    [id],
  )
  expect(rows).toEqual([
    { type: 'commitment-escalated', count: 1 },
    { type: 'commitment-missed', count: 1 },
    { type: 'commitment-opened', count: 1 },
    { type: 'commitment-warned', count: 1 },
  ])
})

test('CLK-21: what is met late stays a miss with its explanation; a miss is never erased', async () => {
  await at('2026-03-03T09:00')
  const { id } = await handedOver('长河航运')
  await at('2026-03-03T09:34')
  const late = await done(office.chenzhiqiang.post(`/complaints/${id}/acknowledge`))
  const clock = clockOf(late, '接收确认')
  expect(clock).toMatchObject({
    outcome: 'met-late',
    missedAt: '2026-03-03T01:30:00Z',
    metAt: '2026-03-03T01:34:00Z',
    mayExplain: true,
  })
  const explained = await done<CommitmentView>(
    office.chenzhiqiang.post(`/commitments/${clock?.id}/explain`, { text: '在高速上开车' }),
  )
  expect(explained).toMatchObject({
    outcome: 'met-late',
    missedAt: '2026-03-03T01:30:00Z',
    explanations: [{ text: '在高速上开车', by: { name: '陈志强' } }],
  })
  const refused = await office.liufang.post(`/commitments/${clock?.id}/explain`, { text: '替他说' })
  expect(refused.status).toBe(422)
})

test('CLK-07: without a reply by the end of the day of receipt the leader is shown the case and the owner asked for a reason', async () => {
  await at('2026-03-04T16:00')
  const { id } = await handedOver('丰源砂石厂')
  await done(office.chenzhiqiang.post(`/complaints/${id}/acknowledge`))
  await at('2026-03-04T23:59:59')
  expect(await noticesOf(office.zhoujianguo, id)).toEqual([])
  await at('2026-03-05T00:00')
  expect(await noticesOf(office.zhoujianguo, id)).toEqual(['当天答复：已超时'])
  const { items } = await done<DayView>(office.chenzhiqiang.get('/my-day'))
  expect(
    items.find((item) => item.complaintId === id && item.title.startsWith('当天答复')),
  ).toMatchObject({ missed: true })
})

test('ESC-13: a case without activity for 24 hours surfaces by itself; activity puts it off; a chasing customer is marked', async () => {
  await at('2026-03-06T09:00')
  const { id } = await handedOver('顺达物流车队')
  await done(office.chenzhiqiang.post(`/complaints/${id}/acknowledge`))
  await at('2026-03-06T15:00')
  await done(
    office.chenzhiqiang.post(`/complaints/${id}/add-record`, {
      kind: 'note',
      values: { text: '约明天去看' },
    }),
  )
  await at('2026-03-07T14:59')
  expect(
    (await done<ListView>(office.zhoujianguo.get('/complaints?view=quiet'))).rows.map(
      (row) => row.id,
    ),
  ).not.toContain(id)
  await at('2026-03-07T15:01')
  expect(
    (await done<ListView>(office.zhoujianguo.get('/complaints?view=quiet'))).rows.map(
      (row) => row.id,
    ),
  ).toContain(id)
  expect(
    (await noticesOf(office.chenzhiqiang, id)).filter(
      (title) => title.includes('没有动静') && title.includes('超时'),
    ),
  ).toHaveLength(1)
  const chased = await done(
    office.liufang.post(`/complaints/${id}/mark-chased`, { note: '问怎么还没消息' }),
  )
  expect(chased.chasedAt).toBe('2026-03-07T07:01:00Z')
})

test('PRM-01: a promise has content, person, contact, time and source, shows on case, customer and day list, and a broken one stays broken', async () => {
  await at('2026-03-09T09:00')
  const made = await handedOver('万通汽配')
  const { id } = made
  await done(office.chenzhiqiang.post(`/complaints/${id}/acknowledge`))
  const vague = await problemOf(
    office.chenzhiqiang.post(`/complaints/${id}/promises`, {
      content: '我在搞，很快就好了',
      toWhom: '罗经理',
      dueAt: null,
      source: 'call',
    }),
    422,
  )
  expect(vague.unmet?.[0]).toMatchObject({ rule: 'PRM-02' })
  const promise = await done<CommitmentView>(
    office.chenzhiqiang.post(`/complaints/${id}/promises`, {
      content: '回电告知批号查询结果',
      toWhom: '罗经理',
      dueAt: '2026-03-09T03:00:00Z',
      source: 'call',
    }),
  )
  expect(promise).toMatchObject({
    kind: 'promise',
    outcome: 'open',
    owner: { name: '陈志强' },
    warnAt: '2026-03-09T02:30:00Z',
  })
  const view = await done(office.chenzhiqiang.get(`/complaints/${id}`))
  expect(view.commitments.some((one) => one.id === promise.id)).toBe(true)
  const customer = await done<CustomerView>(
    office.zhoujianguo.get(`/customers/${view.customer?.id}`),
  )
  expect(customer.promises.some((one) => one.id === promise.id)).toBe(true)
  const day = await done<DayView>(office.chenzhiqiang.get('/my-day'))
  expect(
    day.items.some((item) => item.noun === 'promise' && item.title === '回电告知批号查询结果'),
  ).toBe(true)
  await at('2026-03-09T11:00')
  expect(await noticesOf(office.zhoujianguo, id)).toContain('回电告知批号查询结果：承诺违约')
  const kept = await done<CommitmentView>(
    office.chenzhiqiang.post(`/commitments/${promise.id}/keep`, { note: '11:20 已回电' }),
  )
  expect(kept).toMatchObject({ outcome: 'broken', missedAt: '2026-03-09T03:00:00Z' })
  expect(kept.metAt).not.toBeNull()
})

test('SYS-06: what fell due while nobody worked fires once each when the program looks again', async () => {
  await at('2026-03-10T09:00')
  const { id } = await handedOver('瑞丰工程机械租赁')
  await at('2026-03-12T09:00')
  const titles = await noticesOf(office.chenzhiqiang, id)
  expect(titles.filter((title) => title === '接收确认：已超时')).toHaveLength(1)
  expect(titles.filter((title) => title === '接收确认：快到期')).toHaveLength(1)
  await office.app.worker.fireAll()
  expect(await noticesOf(office.chenzhiqiang, id)).toEqual(titles)
})

test('CMP-01: an earlier time of receipt needs a reason and moves the deadlines with it', async () => {
  await at('2026-03-13T09:00')
  const early = {
    playbook: 'LUB',
    kind: 'complaint',
    channel: 'phone',
    receivedAt: '2026-03-12T10:00:00Z',
    values: {
      company: '陆先生',
      address: '常州',
      phone: '13800000000',
      reason: '机油变黑',
      party: 'private',
      reporter: '本人',
    },
  }
  const refused = await problemOf(office.liufang.post('/complaints', early), 422)
  expect(refused.unmet?.[0]).toMatchObject({ rule: 'CMP-01' })
  const made = await done(
    office.liufang.post('/complaints', { ...early, earlierReason: '昨晚值班电话，今早补登' }),
  )
  expect(clockOf(made, '当天答复')).toMatchObject({ dueAt: '2026-03-12T16:00:00Z' })
})

test('CLK-21: a miss is told before it is met late, though no worker looked in between', async () => {
  await at('2026-03-16T09:00')
  const { id } = await handedOver('新港码头装卸公司')
  await office.setClock('2026-03-16T01:40:00Z', true)
  const taken = await done(office.chenzhiqiang.post(`/complaints/${id}/acknowledge`))
  expect(clockOf(taken, '接收确认')).toMatchObject({ outcome: 'met-late' })
  expect(await noticesOf(office.zhoujianguo, id)).toContain('接收确认：已超时')
})

test('NEG-17: a record that nobody has signed can be ended as 误登 by its recorder with a leader’s approval', async () => {
  await at('2026-03-17T09:00')
  const made = await done(
    office.liufang.post('/complaints', {
      playbook: 'LUB',
      kind: 'complaint',
      channel: 'phone',
      values: {
        company: '打错了',
        address: '常州',
        phone: '13900000000',
        reason: '打错了',
        party: 'private',
        reporter: '本人',
      },
    }),
  )
  const on = (action: string): string => `/complaints/${made.id}/${action}`
  await done(
    office.liufang.post(on('propose-ending'), { ending: 'misregistered', reason: '打错电话' }),
  )
  const ended = await done(office.zhoujianguo.post(on('decide-ending'), { decision: 'approved' }))
  expect(ended).toMatchObject({ ending: 'misregistered', statusLabel: '已结案' })
})

test('SYS-29: the server’s clock judges; a caller who claims another time gains nothing by it', async () => {
  await at('2026-03-18T09:00')
  const claim = {
    playbook: 'LUB',
    kind: 'complaint',
    channel: 'phone',
    receivedAt: '2026-03-18T09:00:00Z',
    values: {
      company: '钟快的公司',
      address: '常州',
      phone: '13900000001',
      reason: '油变黑',
      party: 'private',
      reporter: '本人',
    },
  }
  // 09:00 in UTC is 17:00 here, eight hours from now.
  const refused = await problemOf(office.liufang.post('/complaints', claim), 422)
  expect(refused.unmet?.[0]).toMatchObject({
    rule: 'CMP-01',
    missing: [{ code: 'earlier-than-now' }],
  })
  const { id } = await handedOver('钟慢的公司')
  const late = await problemOf(
    office.chenzhiqiang.post(`/complaints/${id}/promises`, {
      content: '回电',
      toWhom: '罗经理',
      dueAt: '2026-03-18T00:59:59Z',
      source: 'call',
    }),
    // He does not have the case yet, and the time is past by the server's clock.
    422,
  )
  expect(late.unmet?.map((gate) => gate.rule)).toContain('PRM-01')
})
