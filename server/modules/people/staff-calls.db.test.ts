import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonView } from '@yinuo/contract'
import { createStaffServer, PASSWORD } from '../../testing/staff-server.ts'

let desk: Awaited<ReturnType<typeof createStaffServer>>
let admin: string
let siteId: string
let orgId: string

beforeAll(async () => {
  desk = await createStaffServer()
  const founded = await desk.found('admin')
  if (founded === null) throw new Error('nothing was founded')
  ;({ siteId, orgId } = founded)
  admin = await desk.logIn('admin')
})
afterAll(() => desk.stop())

const hiring = (login: string) => ({ name: '张三', login, siteId, password: PASSWORD })
const hire = async (login: string): Promise<PersonView> =>
  (await desk.call<PersonView>(admin, 'POST', '/people', hiring(login))).body

test('SYS-08: who changes what another changed meanwhile is told, and nothing is overwritten', async () => {
  const { id, version } = await hire('banben')
  const edit = (name: string) =>
    desk.call(admin, 'PUT', `/people/${id}`, { expectedVersion: version, name })
  const [one, other] = await Promise.all([edit('甲'), edit('乙')])
  const [won, lost] = one.status === 200 ? [one, other] : [other, one]
  expect([won.status, lost.status]).toEqual([200, 409])
  expect(lost.body).toMatchObject({ error: 'conflict', current: { version: version + 1 } })
})

test('one key, one effect: a repeat answers from today’s state, also at the same moment; other input is an error', async () => {
  const key = randomUUID()
  const body = hiring('chongfu')
  const twice = await Promise.all([
    desk.call<PersonView>(admin, 'POST', '/people', body, { key }),
    desk.call<PersonView>(admin, 'POST', '/people', body, { key }),
  ])
  expect(twice.map(({ status }) => status)).toEqual([200, 200])
  expect(twice[0]?.body.id).toBe(twice[1]?.body.id)
  const third = await desk.call(admin, 'POST', '/people', hiring('bieren'), { key })
  expect([third.status, third.body.error]).toEqual([409, 'key-reused'])
  const { rows } = await desk.database.admin.query(
    `select from event where type = 'person-created' and stream_id = $1`,
    [twice[0]?.body.id],
  )
  expect(rows).toHaveLength(1)
})

test('a password leaves no fast hash behind: the kept input hash does not depend on it', async () => {
  const key = randomUUID()
  const body = { ...hiring('mima-1'), id: randomUUID() }
  await desk.call(admin, 'POST', '/people', body, { key })
  const repeat = { ...body, password: 'another-password' }
  expect((await desk.call(admin, 'POST', '/people', repeat, { key })).status).toBe(200)
  await desk.logIn('mima-1', PASSWORD)
})

test('a log-in name in use is said at its field; nothing is created', async () => {
  await hire('zaiyong')
  const { status, body } = await desk.call(admin, 'POST', '/people', hiring('zaiyong'))
  expect([status, body.fields?.[0]?.path]).toEqual([400, 'login'])
})

test('what belongs to another organisation is not found, neither as subject nor as superior, deputy or site', async () => {
  const foreign = { org: randomUUID(), site: randomUUID(), person: randomUUID() }
  const { admin: sql } = desk.database
  await sql.query('insert into organisation (org_id, name) values ($1, $2)', [foreign.org, '别家'])
  await sql.query('insert into site (org_id, site_id, name) values ($1, $2, $3)', [
    foreign.org,
    foreign.site,
    '别厂',
  ])
  await sql.query(
    `insert into person (org_id, user_id, login, name, site_id, version, seq, head_hash) values ($1, $2, 'bieren', '别人', $3, 1, 0, '')`,
    [foreign.org, foreign.person, foreign.site],
  )
  const own = await hire('benjia')
  const held = { playbook: 'LUB', post: 'leader' }
  const days = { from: '2026-03-02', until: '2026-03-03' }
  const answers = await Promise.all([
    desk.call(admin, 'GET', `/people/${foreign.person}`),
    desk.call(admin, 'PUT', `/people/${foreign.person}`, { expectedVersion: 1, name: '改' }),
    desk.call(admin, 'POST', `/people/${foreign.person}/posts`, held),
    desk.call(admin, 'POST', `/people/${foreign.person}/password`, {}),
    desk.call(admin, 'POST', `/people/${own.id}/deputies`, { deputy: foreign.person, ...days }),
    desk.call(admin, 'PUT', `/people/${own.id}`, { expectedVersion: 1, siteId: foreign.site }),
    desk.call(admin, 'PUT', `/people/${own.id}`, { expectedVersion: 1, reportsTo: foreign.person }),
    desk.call(admin, 'POST', '/people', { ...hiring('xinren'), siteId: foreign.site }),
  ])
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404))
  const list = await desk.call<{ people: PersonView[] }>(admin, 'GET', '/people')
  expect(list.body.people.map(({ name }) => name)).not.toContain('别人')
})

test('ROLE-22: who does not administer sees names and posts, not log-ins or qualification, and changes nothing', async () => {
  const { id } = await hire('putong')
  const token = await desk.logIn('putong')
  const { body } = await desk.call<{ people: PersonView[] }>(token, 'GET', '/people')
  const other = body.people.find(({ name }) => name === '郑敏')
  expect(other).toMatchObject({ login: '', qualification: {}, deputies: [], unqualifiedFor: [] })
  expect(other?.posts).toMatchObject([{ label: '管理员' }])
  expect(body.people.find((one) => one.id === id)?.login).toBe('putong')

  const attempt = await desk.call(token, 'POST', `/people/${id}/posts`, {
    playbook: 'LUB',
    post: 'leader',
  })
  expect([attempt.status, attempt.body.unmet?.[0]?.rule, attempt.body.unmet?.[0]?.who]).toEqual([
    422,
    'ROLE-22',
    ['管理员'],
  ])
})

const reset = async (id: string, key = randomUUID()): Promise<string | null> =>
  (
    await desk.call<{ password: string | null }>(
      admin,
      'POST',
      `/people/${id}/password`,
      {},
      { key },
    )
  ).body.password

test('SYS-01: deactivation and a new password end every session at once; a deactivated person does not log in', async () => {
  const { id } = await hire('lizhi')
  const before = await desk.logIn('lizhi')
  const password = await reset(id)
  expect((await desk.call(before, 'GET', '/me')).status).toBe(401)
  const after = await desk.logIn('lizhi', password ?? '')
  await desk.call(admin, 'PUT', `/people/${id}`, { expectedVersion: 2, active: false })
  expect((await desk.call(after, 'GET', '/me')).status).toBe(401)
  const again = { login: 'lizhi', password }
  expect((await desk.call(null, 'POST', '/login', again)).body.error).toBe('wrong-credentials')
})

test('SYS-24: a one-time password is shown once and opens nothing until it is changed for another', async () => {
  const { id } = await hire('yicixing')
  const key = randomUUID()
  const password = await reset(id, key)
  expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/)
  expect(await reset(id, key)).toBeNull()
  const token = await desk.logIn('yicixing', password ?? '')

  const me = await desk.call<{ mustChangePassword: boolean }>(token, 'GET', '/me')
  expect([me.status, me.body.mustChangePassword]).toEqual([200, true])
  for (const [method, path] of [
    ['GET', '/people'],
    ['GET', `/people/${id}/sessions`],
    ['POST', '/people'],
  ] as const) {
    const answer = await desk.call(token, method, path, method === 'GET' ? undefined : {})
    expect([answer.status, answer.body.error]).toEqual([403, 'password-change-needed'])
  }
  const change = (next: string | null) =>
    desk.call(token, 'POST', '/me/password', { current: password, next })
  const same = await change(password)
  expect([same.status, same.body.fields?.[0]?.path]).toEqual([400, 'next'])
  expect((await change('my-own-password')).status).toBe(200)
  expect((await desk.call(token, 'GET', '/people')).status).toBe(200)
  await desk.logIn('yicixing', 'my-own-password')
})

test('SYS-24: the administrator sees the log-ins of a person and ends one or all; others see their own alone', async () => {
  const { id } = await hire('denglu')
  const [one, two] = [await desk.logIn('denglu'), await desk.logIn('denglu')]
  type Sessions = { sessions: { id: string; current: boolean }[] }
  const seen = (token: string, whose = id) =>
    desk.call<Sessions>(token, 'GET', `/people/${whose}/sessions`)
  const mine = (await seen(one)).body.sessions
  expect(mine.filter(({ current }) => current)).toHaveLength(1)
  expect(mine).toHaveLength(2)
  expect((await seen(admin)).body.sessions.map(({ current }) => current)).toEqual([false, false])
  const { body: founder } = await desk.call<{ user: { id: string } }>(admin, 'GET', '/me')
  expect((await seen(one, founder.user.id)).status).toBe(404)

  const end = (session: string | null, token = admin) =>
    desk.call(token, 'POST', `/people/${id}/sessions/end`, { session })
  expect((await end(null, one)).body.unmet?.[0]?.rule).toBe('ROLE-22')
  const second = mine.find(({ current }) => !current)?.id ?? ''
  expect((await end(second)).status).toBe(200)
  expect((await end(second)).status).toBe(404)
  expect((await desk.call(two, 'GET', '/me')).status).toBe(401)
  expect((await desk.call(one, 'GET', '/me')).status).toBe(200)
  expect((await end(null)).status).toBe(200)
  expect((await desk.call(one, 'GET', '/me')).status).toBe(401)
})

test('SYS-24, SYS-02: every change of a person leaves a line with who, when and what; others do not read it', async () => {
  const { id, version } = await hire('lvli')
  const held = { playbook: 'LUB', post: 'warehouse' }
  await desk.call(admin, 'POST', `/people/${id}/posts`, held)
  await desk.call(admin, 'POST', `/people/${id}/posts/revoke`, held)
  await desk.call(admin, 'PUT', `/people/${id}`, { expectedVersion: version + 2, name: '李履历' })
  const years = { item: 'years', result: 'failed', value: 3 }
  await desk.call(admin, 'POST', `/people/${id}/qualification`, years)
  await desk.call(admin, 'POST', `/people/${id}/sessions/end`, { session: null })
  await reset(id)
  type History = { entries: { type: string; by: { name: string }; data: object }[] }
  const { body } = await desk.call<History>(admin, 'GET', `/people/${id}/history`)
  expect(body.entries.map(({ type }) => type)).toEqual([
    'password-reset',
    'sessions-ended',
    'qualification-assessed',
    'renamed',
    'post-revoked',
    'post-granted',
    'person-created',
  ])
  expect(new Set(body.entries.map(({ by }) => by.name))).toEqual(new Set(['郑敏']))
  expect(body.entries[2]?.data).toMatchObject({ item: '行业经验年数', value: 3 })
  expect(body.entries[5]?.data).toMatchObject({ post: '仓库管理和发货部门' })
  const other = await hire('lvli-2')
  const stranger = await desk.logIn('lvli-2')
  expect((await desk.call(stranger, 'GET', `/people/${id}/history`)).status).toBe(404)
  expect((await desk.call(stranger, 'GET', `/people/${other.id}/history`)).status).toBe(200)
})

test('ten wrong passwords lock an account out, known or not; wrong name and wrong password read the same', async () => {
  await hire('suoding')
  const attempt = async (login: string) => {
    const { status, body } = await desk.call(
      null,
      'POST',
      '/login',
      { login, password: 'wrong' },
      { address: '10.9.9.9' },
    )
    const { reference: _reference, retryAfterSeconds: _wait, ...said } = body
    return { status, said }
  }
  for (const count of Array.from({ length: 11 }, (_, index) => index)) {
    const known = await attempt('suoding')
    expect(known).toEqual(await attempt('meiyouzheren'))
    expect(known.status).toBe(count < 10 ? 401 : 429)
  }
  const right = { login: 'suoding', password: PASSWORD }
  expect((await desk.call(null, 'POST', '/login', right)).body.error).toBe('locked-out')
})

test('SYS-25: a further site is created once; a second of the same name is refused at its field', async () => {
  const { status, body } = await desk.call<{ id: string }>(admin, 'POST', '/sites', {
    name: '武进仓',
  })
  expect(status).toBe(200)
  const again = await desk.call(admin, 'POST', '/sites', { name: ' 武进仓 ' })
  expect([again.status, again.body.fields?.[0]?.path]).toEqual([400, 'name'])
  const { body: list } = await desk.call<{ sites: { id: string }[] }>(admin, 'GET', '/sites')
  expect(list.sites.map(({ id }) => id)).toEqual([siteId, body.id])
  expect(desk.changes).toContainEqual(
    expect.objectContaining({ orgId, noun: 'site', id: body.id, version: 1 }),
  )
})
