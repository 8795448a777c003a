import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonView } from '@yinuo/contract'
import { walkCase } from '../../testing/case-walk.ts'
import { createOffice, type Office } from '../../testing/office.ts'
import { tellLapsed } from './tell-lapsed.ts'

let office: Office
beforeAll(async () => {
  office = await createOffice()
})
afterAll(() => office.stop())

const ATTITUDE = ['热情', '主动', '及时', '不计个人得失', '敬业']
const assess = (id: string, item: string, result: string, value: unknown = null) =>
  office.call<PersonView & { unmet?: { rule: string }[]; message: string }>(
    office.staff.administrator,
    'POST',
    `/people/${id}/qualification`,
    { item, result, value },
  )
const person = (id: string) =>
  office.act<PersonView>(office.staff.administrator, 'GET', `/people/${id}`)

test('STF-03, STF-04, STF-05, STF-07: every item is recorded with its value, the assessor and the date', async () => {
  const { id } = office.staff.newcomer
  await assess(id, 'technicalOrSales', 'fulfilled', 2)
  await assess(id, 'education', 'fulfilled', '本科，应用化学')
  for (const item of ['market', 'customerNeeds', 'operations', 'selfCultivation'])
    await assess(id, item, 'fulfilled')
  const spoken = ['communication', 'expression', 'politeness', 'wording', 'relations']
  for (const item of [...spoken, 'firstImpression']) await assess(id, item, 'fulfilled')
  const { qualification } = await person(id)
  const { id: assessor, name } = office.staff.administrator
  expect(qualification['technicalOrSales']).toMatchObject({ value: 2 })
  expect(qualification['education']).toMatchObject({ value: '本科，应用化学' })
  for (const item of ['market', 'operations', 'selfCultivation', ...spoken])
    expect(qualification[item]).toMatchObject({
      result: 'fulfilled',
      assessor: { id: assessor, name },
      at: expect.stringContaining('2026-03-02') as string,
      until: null,
    })
})

test('STF-06: knowledge is not entered as fulfilled without the result of a test, and nothing is written', async () => {
  const { id } = office.staff.newcomer
  const bare = await assess(id, 'productKnowledge', 'fulfilled')
  expect([bare.status, bare.body.unmet?.[0]?.rule]).toEqual([422, 'STF-06'])
  expect(bare.body.message).toContain('测试成绩')
  expect((await person(id)).qualification['productKnowledge']).toBeUndefined()
  expect((await assess(id, 'productKnowledge', 'fulfilled', '笔试92分')).status).toBe(200)
  expect((await assess(id, 'technicalOrSales', 'fulfilled', '几年')).body.unmet?.[0]?.rule).toBe(
    'STF-03',
  )
})

test('STF-08: nobody is sent to a site who is not assessed for it; who could go is named; assessed, he may', async () => {
  const { handler, secondHandler, administrator, leader } = office.staff
  const view = await walkCase(office, office, 'finding-out')
  const promise = (owner: string) =>
    office.call<{ unmet?: { rule: string; who: string[] }[]; message: string }>(
      leader,
      'POST',
      `/complaints/${view.id}/promises`,
      {
        content: '明天10点派人到现场',
        toWhom: '罗经理',
        dueAt: '2026-03-04T02:00:00Z',
        source: 'call',
        about: 'visit',
        owner,
      },
    )
  await assess(secondHandler.id, 'onSite', 'failed')
  const refused = await promise(secondHandler.id)
  expect(refused.status).toBe(422)
  expect(refused.body.unmet).toMatchObject([
    { rule: 'STF-08', who: expect.arrayContaining(['陈志强']) as string[] },
  ])
  expect(refused.body.message).toContain('吴敏：现场适应能力')
  const { rows } = await office.database.admin.query(
    `select from commitment where complaint_id = $1 and kind = 'promise'`,
    [view.id],
  )
  expect(rows).toHaveLength(0)
  expect((await promise(handler.id)).status).toBe(200)
  await office.act(administrator, 'POST', `/people/${secondHandler.id}/qualification`, {
    item: 'onSite',
    result: 'fulfilled',
  })
  expect((await promise(secondHandler.id)).status).toBe(200)
})

test('STF-10: attitude is assessed yearly: after twelve months it is shown as lapsed, missing for a post, and told to the superior once', async () => {
  const { handler, leader, newcomer, administrator } = office.staff
  expect((await person(handler.id)).lapsed).toEqual([])
  expect((await person(handler.id)).qualification['warm']?.until).toBe('2027-03-01')
  const tell = async (now: string) =>
    tellLapsed(
      { pool: office.database.pool, changed: () => {} },
      await office.app.directories.read(office.orgId),
      now,
    )
  expect(await tell('2027-03-01T10:00:00Z')).toBe(0)
  expect(await tell('2027-03-02T10:00:00Z')).toBeGreaterThan(0)
  expect(await tell('2027-03-02T11:00:00Z')).toBe(0)

  await office.setClock('2027-03-02T10:00:00Z')
  const late = await person(handler.id)
  expect([late.lapsed, late.unqualifiedFor]).toEqual([ATTITUDE, ATTITUDE])
  expect(late.posts.map(({ post }) => post)).toEqual(['after-sales'])
  type Notices = { notices: { kind: string; title: string; detail: string }[] }
  const { notices } = await office.act<Notices>(leader, 'GET', '/notices')
  expect(notices.filter(({ kind }) => kind === 'qualification-lapsed')).toContainEqual(
    expect.objectContaining({ detail: expect.stringContaining('陈志强 · 热情、主动') as string }),
  )
  // Who holds no such post is nobody's worry.
  expect(notices.some(({ detail }) => detail.includes(newcomer.name))).toBe(false)

  const post = { playbook: 'LUB', post: 'after-sales' }
  await office
    .act(administrator, 'POST', `/people/${handler.id}/posts/revoke`, post)
    .catch(() => null)
  for (const item of ['warm', 'proactive', 'prompt', 'selfless', 'dedicated'])
    await assess(handler.id, item, 'fulfilled')
  expect((await person(handler.id)).lapsed).toEqual([])
})

test('STF-10: beside the attitudes stand the deadlines and promises of twelve months, counted from the rows', async () => {
  const { handler, receptionist, leader } = office.staff
  type Figures = {
    deadlines: { met: number; late: number }
    promises: { kept: number; broken: number }
  }
  const figures = () => office.act<Figures>(leader, 'GET', `/people/${handler.id}/figures`)
  const before = await figures()
  const view = await walkCase(office, office, 'finding-out')
  const now = Temporal.Instant.from(view.lastActivityAt)
  const { id } = await office.act<{ id: string }>(
    handler,
    'POST',
    `/complaints/${view.id}/promises`,
    {
      content: '下午回电话',
      toWhom: '罗经理',
      dueAt: now.add({ hours: 3 }).toString(),
      source: 'call',
    },
  )
  await office.act(handler, 'POST', `/commitments/${id}/keep`, { note: '打过了' })
  const after = await figures()
  expect(after.promises).toEqual({ ...before.promises, kept: before.promises.kept + 1 })
  expect(after.deadlines.met).toBeGreaterThan(before.deadlines.met)
  const stranger = await office.call(receptionist, 'GET', `/people/${handler.id}/figures`)
  expect(stranger.status).toBe(404)
})
