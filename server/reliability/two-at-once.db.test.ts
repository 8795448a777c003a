import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintReceipt, ComplaintView, Problem } from '@yinuo/contract'
import { PLAN, registration, walkCase } from '../testing/case-walk.ts'
import { createOffice, type Office } from '../testing/office.ts'

// Rows 19 and 20 of reliability.md, and an action sent twice (SYS-08).

let office: Office
beforeAll(async () => {
  office = await createOffice()
})
afterAll(() => office.stop())

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

async function typesOf(streamId: string): Promise<readonly string[]> {
  const { rows } = await office.database.admin.query<{ type: string }>(
    'select type from event where stream_id = $1 order by seq',
    [streamId],
  )
  return rows.map(({ type }) => type)
}

async function countOf(sql: string, params: readonly unknown[]): Promise<number> {
  const { rows } = await office.database.admin.query<{ count: number }>(sql, [...params])
  return rows[0]?.count ?? -1
}

test('twenty decisions of two leaders at once on one plan: exactly one counts, the others are refused (APR-02)', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = await walkCase(office, office, 'plan-submitted')
    const leaders = [office.staff.leader, office.staff.secondLeader]
    const decisions = ['approved', 'rejected', 'returned'] as const
    const answers = await Promise.all(
      times(20, (index) =>
        office.call(leaders[index % 2] ?? null, 'POST', `/complaints/${id}/decide-plan`, {
          decision: decisions[index % 3],
          remarks: `第 ${index} 个`,
          expectedVersion: 1,
        }),
      ),
    )
    const accepted = answers.filter(({ status }) => status === 200)
    expect(accepted).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([409, 422], JSON.stringify(body)).toContain(status)
      expect(body.message).toMatch(/[一-龥]/)
    }
    const decided = (await typesOf(id)).filter((type) =>
      /^plan-(approved|rejected|returned)$/.test(type),
    )
    expect(decided).toHaveLength(1)
    const now = await office.act<ComplaintView>(office.staff.leader, 'GET', `/complaints/${id}`)
    expect(`plan-${now.plan?.stage}`).toBe(decided[0])
    // The approval's clock was met once, and its author was told once.
    expect(
      await countOf(
        `select count(*) from event e join commitment c on c.commitment_id = e.stream_id
         where c.complaint_id = $1 and c.clock = 'approval' and e.type = 'commitment-met'`,
        [id],
      ),
    ).toBe(1)
    expect(
      await countOf('select count(*) from notice where complaint_id = $1 and kind = $2', [
        id,
        decided[0],
      ]),
    ).toBe(1)
  }
})

test('nobody approves his own plan, however many try at once', async () => {
  const { id } = await walkCase(office, office, 'plan-submitted')
  const answers = await Promise.all(
    times(10, () =>
      office.call(office.staff.handler, 'POST', `/complaints/${id}/decide-plan`, {
        decision: 'approved',
        expectedVersion: 1,
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(times(10, () => 422))
  expect(await typesOf(id)).not.toContain('plan-approved')
})

test('two who save one form: one is kept, the other sees a conflict with what stands now; nothing is overwritten (SYS-08)', async () => {
  const { id } = await walkCase(office, office, 'finding-out')
  for (let round = 0; round < 10; round += 1) {
    const save = (symptom: string) =>
      office.call<ComplaintView & Problem>(
        office.staff.handler,
        'POST',
        `/complaints/${id}/save-form`,
        { form: 'finding-out', expectedVersion: round, values: { symptom } },
      )
    const [first, second] = await Promise.all([save(`甲 ${round}`), save(`乙 ${round}`)])
    expect(new Set([first.status, second.status])).toEqual(new Set([200, 409]))
    const won = first.status === 200 ? first : second
    const lost = first.status === 200 ? second : first
    expect(lost.body.error).toBe('conflict')
    const kept = won.body.forms['finding-out']
    expect(lost.body.current).toEqual({ version: round + 1, values: kept?.values })
    const now = await office.act<ComplaintView>(office.staff.handler, 'GET', `/complaints/${id}`)
    expect(now.forms['finding-out']).toEqual(kept)
  }
})

test('two windows with one plan: one is kept, the other sees a conflict; a leader decides only on what he saw (SYS-08, APR-02)', async () => {
  const { id } = await walkCase(office, office, 'plan-submitted')
  const on = (action: string) => `/complaints/${id}/${action}`
  const decide = (decision: string, expectedVersion: number) =>
    office.call<Problem>(office.staff.leader, 'POST', on('decide-plan'), {
      decision,
      remarks: '重算',
      expectedVersion,
    })
  expect((await decide('returned', 1)).status).toBe(200)
  const save = (opinion: string) =>
    office.call<ComplaintView & Problem>(office.staff.handler, 'POST', on('save-plan'), {
      plan: { ...PLAN.plan, opinion },
      expectedVersion: 1,
    })
  const answers = await Promise.all([save('甲'), save('乙')])
  const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
  expect([won?.status, lost?.status]).toEqual([200, 409])
  expect(lost?.body).toMatchObject({ error: 'conflict', current: { version: 2 } })
  const stale = { ...PLAN, expectedVersion: 1 }
  const submit = (body: object) =>
    office.call(office.staff.handler, 'POST', on('submit-plan'), body)
  expect((await submit(stale)).status).toBe(409)
  expect((await submit({ expectedVersion: 2 })).status).toBe(200)
  expect((await decide('approved', 1)).body).toMatchObject({ error: 'conflict' })
  const now = await office.act<ComplaintView>(office.staff.leader, 'GET', `/complaints/${id}`)
  expect(now.plan).toMatchObject({ stage: 'submitted', version: 3 })
  expect(now.plan?.content.opinion).toBe(won?.body.plan?.content.opinion)
  expect((await decide('approved', 3)).status).toBe(200)
})

test('appends need no version: six notes at once are all kept, in one unbroken history', async () => {
  const { id } = await walkCase(office, office, 'finding-out')
  const answers = await Promise.all(
    times(6, (index) =>
      office.call(office.staff.handler, 'POST', `/complaints/${id}/add-record`, {
        kind: 'note',
        values: { text: `笔记 ${index}` },
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(times(6, () => 200))
  expect((await typesOf(id)).filter((type) => type === 'record-added')).toHaveLength(6)
})

test('one registration sent ten times at once is one complaint with one number, and everybody gets the same answer', async () => {
  const key = randomUUID()
  const body = registration({ sign: true, handOverTo: office.staff.handler.id })
  const before = await countOf('select count(*) from complaint', [])
  const send = () =>
    office.call<ComplaintReceipt>(office.staff.receptionist, 'POST', '/complaints', body, { key })
  const answers = await Promise.all(times(10, send))
  answers.push(await send())
  expect(answers.map(({ status }) => status)).toEqual(times(11, () => 200))
  expect(new Set(answers.map((answer) => `${answer.body.id} ${answer.body.number}`)).size).toBe(1)
  expect(await countOf('select count(*) from complaint', [])).toBe(before + 1)
  const id = answers[0]?.body.id ?? ''
  expect(await typesOf(id)).toEqual(['registered', 'signed', 'handed-over'])
  expect(
    await countOf('select count(*) from notice where complaint_id = $1 and user_id = $2', [
      id,
      office.staff.handler.id,
    ]),
  ).toBe(1)
})

test('one command sent ten times at once happens once; the same key with other input is refused', async () => {
  const { id } = await walkCase(office, office, 'finding-out')
  const key = randomUUID()
  const send = (note: string) =>
    office.call<ComplaintView & Problem>(
      office.staff.handler,
      'POST',
      `/complaints/${id}/mark-chased`,
      { note },
      { key },
    )
  const answers = await Promise.all(times(10, () => send('催了')))
  expect(answers.map(({ status }) => status)).toEqual(times(10, () => 200))
  expect(new Set(answers.map(({ body }) => body.version)).size).toBe(1)
  expect((await typesOf(id)).filter((type) => type === 'chased')).toHaveLength(1)

  const other = await send('催了两次')
  expect([other.status, other.body.error]).toEqual([409, 'key-reused'])
  expect((await typesOf(id)).filter((type) => type === 'chased')).toHaveLength(1)
})

test('a change of staff or of a customer sent ten times at once happens once', async () => {
  const { administrator, receptionist, newcomer } = office.staff
  const customerKey = randomUUID()
  const customers = await Promise.all(
    times(10, () =>
      office.call<{ id: string }>(
        receptionist,
        'POST',
        '/customers',
        { name: '十次经销部', party: 'agent' },
        { key: customerKey },
      ),
    ),
  )
  expect(customers.map(({ status }) => status)).toEqual(times(10, () => 200))
  expect(new Set(customers.map(({ body }) => body.id)).size).toBe(1)
  expect(await countOf(`select count(*) from customer where name = '十次经销部'`, [])).toBe(1)

  const postKey = randomUUID()
  const granted = await Promise.all(
    times(10, () =>
      office.call(
        administrator,
        'POST',
        `/people/${newcomer.id}/posts`,
        { playbook: 'LUB', post: 'production' },
        { key: postKey },
      ),
    ),
  )
  expect(granted.map(({ status }) => status)).toEqual(times(10, () => 200))
  expect((await typesOf(newcomer.id)).filter((type) => type === 'post-granted')).toHaveLength(1)
})
