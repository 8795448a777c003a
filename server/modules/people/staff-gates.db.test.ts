import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonView } from '@yinuo/contract'
import { builtInPlaybook } from '@yinuo/playbooks'
import { createStaffServer, PASSWORD } from '../../testing/staff-server.ts'

const LUB = builtInPlaybook('LUB')
const AFTER_SALES = { playbook: 'LUB', post: 'after-sales' }
const LEADER = { playbook: 'LUB', post: 'leader' }
const ADMINISTRATOR = { playbook: 'LUB', post: 'administrator' }

let desk: Awaited<ReturnType<typeof createStaffServer>>
let admin: string
let leader: string
let leaderId: string
let siteId: string
let adminId: string
let orgId: string

beforeAll(async () => {
  desk = await createStaffServer()
  const founded = await desk.found('admin')
  if (founded === null) throw new Error('nothing was founded')
  ;({ siteId, userId: adminId, orgId } = founded)
  admin = await desk.logIn('admin')
  leaderId = (await hire('zhoujianguo', '周建国')).id
  await post(`/people/${leaderId}/posts`, LEADER)
  leader = await desk.logIn('zhoujianguo')
})
afterAll(() => desk.stop())

const post = <Body = PersonView>(path: string, body: object, token = admin) =>
  desk.call<Body>(token, 'POST', path, body)
const refused = (path: string, body: object, token = admin) => desk.call(token, 'POST', path, body)

async function hire(login: string, name: string): Promise<PersonView> {
  const { status, body } = await post('/people', { name, login, siteId, password: PASSWORD })
  expect(status).toBe(200)
  return body
}

async function qualify(id: string): Promise<void> {
  for (const { key, value: kind } of LUB.qualification.filter((item) => item.must)) {
    const value = kind === 'years' ? 7 : kind === 'test' ? '笔试 92 分' : null
    const answer = await post(`/people/${id}/qualification`, {
      item: key,
      result: 'fulfilled',
      value,
    })
    expect(answer.status).toBe(200)
  }
}

const events = async (id: string): Promise<string[]> =>
  (
    await desk.database.admin.query<{ type: string }>(
      'select type from event where stream_id = $1 order by seq',
      [id],
    )
  ).rows.map(({ type }) => type)

const refusals = async (id: string): Promise<{ command: string; rules: string[] }[]> =>
  (
    await desk.database.admin.query<{ command: string; unmet: { rule: string }[] }>(
      'select command, unmet from refusal where subject_id = $1 order by real_at',
      [id],
    )
  ).rows.map(({ command, unmet }) => ({ command, rules: unmet.map(({ rule }) => rule) }))

test('STF-01: 王小明 with 3 years is not made 售后服务人员; every missing item is named and the attempt is kept', async () => {
  const { id } = await hire('wangxiaoming', '王小明')
  await qualify(id)
  await post(`/people/${id}/qualification`, { item: 'years', result: 'failed', value: 3 })
  const before = await events(id)

  const { status, body } = await refused(`/people/${id}/posts`, AFTER_SALES)
  expect(status).toBe(422)
  expect(body.unmet).toMatchObject([
    { rule: 'STF-01', who: ['领导'], missing: [{ text: '资格还缺：行业经验年数' }] },
  ])
  expect(await events(id)).toEqual(before)
  expect(await refusals(id)).toEqual([{ command: 'grant-post', rules: ['STF-01'] }])
})

test('STF-01: fully qualified, 陈志强 is made 售后服务人员; a person without any record lacks every must-item', async () => {
  const { id } = await hire('chenzhiqiang', '陈志强')
  const missing = (await refused(`/people/${id}/posts`, AFTER_SALES)).body.unmet?.[0]?.missing
  expect(missing).toHaveLength(LUB.qualification.filter((item) => item.must).length)
  await qualify(id)
  const { status, body } = await post(`/people/${id}/posts`, AFTER_SALES)
  expect(status).toBe(200)
  expect(body.posts).toMatchObject([{ post: 'after-sales', label: '售后服务人员' }])
  expect(body.unqualifiedFor).toEqual([])
})

test('STF-02: three years cannot be entered as fulfilled, nor can no figure at all', async () => {
  const { id } = await hire('sannian', '三年')
  for (const value of [3, 4.9, null, '7']) {
    const { status, body } = await refused(`/people/${id}/qualification`, {
      item: 'years',
      result: 'fulfilled',
      value,
    })
    expect([status, body.unmet?.[0]?.rule]).toEqual([422, 'STF-02'])
    expect(body.message).toContain('行业经验年数至少要 5 年')
  }
  expect(await events(id)).toEqual(['person-created'])
})

test('STF-01, SYS-15: a leader excuses another in writing, never himself; the administrator may not', async () => {
  const { id } = await hire('teyao', '特要')
  await qualify(id)
  await post(`/people/${id}/qualification`, { item: 'years', result: 'failed', value: 3 })
  const waiver = { item: 'years', reason: '十年汽修工龄可抵' }
  const byAdmin = await refused(`/people/${id}/qualification/waive`, waiver)
  expect([byAdmin.status, byAdmin.body.unmet?.[0]?.rule]).toEqual([422, 'ROLE-22'])
  const himself = await refused(`/people/${leaderId}/qualification/waive`, waiver, leader)
  expect([himself.status, himself.body.unmet?.[0]?.rule]).toEqual([422, 'SYS-15'])

  const { status, body } = await post(`/people/${id}/qualification/waive`, waiver, leader)
  expect(status).toBe(200)
  expect(body.qualification['years']).toMatchObject({
    result: 'waived',
    value: 3,
    reason: waiver.reason,
    assessor: { name: '周建国' },
  })
  expect((await post(`/people/${id}/posts`, AFTER_SALES)).status).toBe(200)
})

test('SYS-15: nobody is his own deputy, days are in order, and who is lent a qualified post is qualified himself', async () => {
  const { id } = await hire('dailiren', '被代理')
  await qualify(id)
  await post(`/people/${id}/posts`, AFTER_SALES)
  const unqualified = await hire('bubian', '不便')
  const days = { from: '2026-03-02', until: '2026-03-06' }

  const himself = await refused(`/people/${id}/deputies`, { deputy: id, ...days })
  expect(himself.body.unmet?.[0]?.missing[0]?.code).toBe('deputy-in-office')
  const everything = await refused(`/people/${id}/deputies`, {
    deputy: unqualified.id,
    from: '2026-03-06',
    until: '2026-03-02',
  })
  expect(everything.body.unmet?.map(({ rule }) => rule)).toEqual(['SYS-15', 'STF-01'])
  expect((await refused(`/people/${id}/deputies`, { deputy: randomUUID(), ...days })).status).toBe(
    404,
  )

  await qualify(unqualified.id)
  const named = await post(`/people/${id}/deputies`, { deputy: unqualified.id, ...days })
  expect(named.body.deputies).toMatchObject([{ deputy: { name: '不便' }, ...days }])
  const ended = await post(`/people/${id}/deputies/end`, { deputyId: named.body.deputies[0]?.id })
  expect(ended.body.deputies).toEqual([])
  expect(await events(id)).toEqual(expect.arrayContaining(['deputy-named', 'deputy-ended']))
})

test('STF-01: a qualified post is not granted while an unqualified deputy would be lent it', async () => {
  const { id } = await hire('houlaide', '后来的')
  const deputy = await hire('weikaohe', '未考核')
  await post(`/people/${id}/deputies`, {
    deputy: deputy.id,
    from: '2026-03-02',
    until: '2999-03-06',
  })
  await qualify(id)
  const { body } = await refused(`/people/${id}/posts`, AFTER_SALES)
  expect(body.unmet?.map(({ rule }) => rule)).toEqual(['STF-01'])
})

test('superiors form no circle, however long', async () => {
  const ids = []
  for (const login of ['quan-1', 'quan-2', 'quan-3']) ids.push((await hire(login, login)).id)
  const [a, b, c] = ids as [string, string, string]
  const under = (id: string, reportsTo: string, expectedVersion: number) =>
    desk.call(admin, 'PUT', `/people/${id}`, { expectedVersion, reportsTo })
  expect((await under(a, b, 1)).status).toBe(200)
  expect((await under(b, c, 1)).status).toBe(200)
  const circle = await under(c, a, 1)
  expect([circle.status, circle.body.unmet?.[0]?.missing[0]?.code]).toEqual([
    422,
    'superior-circle',
  ])
  expect(circle.body.message).toContain('quan-3 → quan-1 → quan-2 → quan-3')
  expect((await under(c, c, 1)).status).toBe(422)
})

test('SYS-01: the last administrator is neither deactivated nor stripped of the post; two crossing attempts leave one', async () => {
  const alone = await desk.call(admin, 'PUT', `/people/${adminId}`, {
    expectedVersion: (await person(adminId)).version,
    active: false,
  })
  expect([alone.status, alone.body.unmet?.[0]?.missing[0]?.code]).toEqual([
    422,
    'administrator-left',
  ])
  expect((await refused(`/people/${adminId}/posts/revoke`, ADMINISTRATOR)).status).toBe(422)

  const second = await hire('admin-2', '第二管理员')
  await post(`/people/${second.id}/posts`, ADMINISTRATOR)
  const token = await desk.logIn('admin-2')
  const crossing = await Promise.all([
    refused(`/people/${second.id}/posts/revoke`, ADMINISTRATOR),
    refused(`/people/${adminId}/posts/revoke`, ADMINISTRATOR, token),
  ])
  expect(crossing.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422])
  // Whoever is left gives the post back to the other.
  const left = crossing[0]?.status === 200 ? admin : token
  await post(`/people/${adminId}/posts`, ADMINISTRATOR, left)
})

const person = async (id: string): Promise<PersonView> =>
  (await desk.call<PersonView>(admin, 'GET', `/people/${id}`)).body

test('CMP-08: who still answers for open complaints is not deactivated, nor left without a post that may hand them over', async () => {
  const { id } = await hire('youan', '有案')
  const held = { playbook: 'LUB', post: 'receptionist' }
  await post(`/people/${id}/posts`, held)
  await desk.database.admin.query(
    `insert into complaint (org_id, complaint_id, number, version, seq, head_hash, last_event_at, state, playbook, site_id, customer_name,
       party, reason, channel, status, step, recorder_id, owner_id, received_at, last_activity_at, next_due_at, rank_at)
     values ($1, gen_random_uuid(), 'TS-20260302-0001', 1, 1, '', now(), '{}', 'LUB', $2, '鑫源', 'agent', '', 'phone', 'finding-out',
       'finding-out', $3, $3, now(), now(), now(), now())`,
    [orgId, siteId, id],
  )
  const left = await desk.call(admin, 'PUT', `/people/${id}`, { expectedVersion: 2, active: false })
  expect(left.status).toBe(422)
  expect(left.body.unmet).toMatchObject([{ rule: 'CMP-08', who: ['有案', '领导'] }])
  expect(left.body.message).toContain('TS-20260302-0001')
  const stripped = await refused(`/people/${id}/posts/revoke`, held)
  expect(stripped.body.unmet?.[0]?.rule).toBe('CMP-08')
  expect((await person(id)).active).toBe(true)
})
