import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStaffServer, PASSWORD } from '../../testing/staff-server.ts'

let desk: Awaited<ReturnType<typeof createStaffServer>>
beforeEach(async () => {
  desk = await createStaffServer()
})
afterEach(() => desk.stop())

const company = (setupCode: string, organisation = '岭川润滑油') => ({
  setupCode,
  organisation,
  site: '常州总厂',
  administrator: '郑敏',
  login: 'admin',
  password: PASSWORD,
})
const setUp = (body: object, address?: string) =>
  desk.call(null, 'POST', '/setup', body, address === undefined ? {} : { address })
const setupNeeded = async () =>
  (await desk.call<{ setupNeeded: boolean }>(null, 'GET', '/hello')).body.setupNeeded

test('an empty database is set up once: the administrator logs in, administers, and is no leader', async () => {
  expect(await setupNeeded()).toBe(true)
  expect((await setUp(company(desk.setupCode.toLowerCase()))).status).toBe(200)
  expect(await setupNeeded()).toBe(false)
  const me = await desk.call<object>(await desk.logIn('admin'), 'GET', '/me')
  expect(me.body).toMatchObject({
    organisation: { name: '岭川润滑油', demo: false },
    site: { name: '常州总厂' },
    posts: [{ key: 'administrator' }],
  })
  const { rows } = await desk.database.admin.query<{ noun: string; type: string }>(
    'select noun, type from event order by noun, seq',
  )
  expect(rows.map(({ type }) => type)).toEqual([
    'organisation-created',
    'person-created',
    'post-granted',
    'site-created',
  ])

  const again = await setUp(company(desk.setupCode, '另一家'))
  expect([again.status, again.body.message]).toEqual([
    422,
    expect.stringContaining('公司已经设置过'),
  ])
})

test('of two set-ups at once exactly one founds', async () => {
  const both = await Promise.all(
    ['甲厂', '乙厂'].map((name, index) =>
      setUp({ ...company(desk.setupCode, name), login: `admin-${index}` }),
    ),
  )
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422])
  const { rows } = await desk.database.admin.query('select from organisation')
  expect(rows).toHaveLength(1)
})

test('a wrong code founds nothing and locks its address out, not others', async () => {
  for (const _ of Array.from({ length: 20 })) {
    const { status, body } = await setUp(company('AAAA-AAAA-AAAA'), '10.6.6.6')
    expect([status, body.unmet?.[0]?.missing[0]?.field]).toEqual([422, 'setupCode'])
  }
  const locked = await setUp(company(desk.setupCode), '10.6.6.6')
  expect([locked.status, locked.body.error]).toEqual([429, 'locked-out'])
  expect(await setupNeeded()).toBe(true)
  expect((await setUp(company(desk.setupCode), '10.6.6.7')).status).toBe(200)
})

test('a demo is never set up', async () => {
  await desk.stop()
  desk = await createStaffServer({ demo: true })
  expect(await setupNeeded()).toBe(false)
  expect((await setUp(company(desk.setupCode))).status).toBe(422)
})
