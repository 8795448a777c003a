import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, type Office } from '../testing/office.ts'
import { registration } from '../testing/case-walk.ts'
import { STAFF, type StaffName } from '../testing/office-staff.ts'
import { fingerprints } from './fingerprint.ts'
import { EXAMPLES, type Example, pathOf } from '../testing/route-examples.ts'
import { MUTATING, type RouteName, ROUTES } from '../testing/route-names.ts'
import { buildWorld, type World } from '../testing/world.ts'

// Row 24 and 26 of reliability.md: route × post × organisation, generated from the contract.

let office: Office
let own: World
let foreign: World
let foreignIds: readonly string[]
beforeAll(async () => {
  office = await createOffice()
  own = await buildWorld(office, office, '甲方')
  const other = await office.openCompany('乙方润滑油厂', 'other-')
  foreign = await buildWorld(office, other, '乙方绝密')
  const { secret: _, company: __, caseVersion: ___, ...ids } = foreign
  foreignIds = [
    other.orgId,
    ...Object.values(ids),
    ...Object.values(other.staff).map(({ id }) => id),
  ]
})
afterAll(() => office.stop())

const POSTS = Object.keys(STAFF) as StaffName[]
const prints = () => fingerprints(office.database.admin, [own.company.orgId, foreign.company.orgId])

/** Logging out ends the session it is called with, which the other rows still need. */
async function sessionFor(name: RouteName, post: StaffName): Promise<{ readonly token: string }> {
  const colleague = own.company.staff[post]
  return name === 'session.logout' ? { token: await office.logIn(colleague.login) } : colleague
}

async function send(
  route: (typeof ROUTES)[number]['route'],
  example: Example,
  who: { readonly token: string } | null,
  options: Parameters<Office['call']>[4] = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const path = pathOf(route.path, example)
  const { status, body } = await office.call<unknown>(
    who,
    route.method,
    path,
    example.body,
    options,
  )
  return { status, text: Buffer.isBuffer(body) ? body.toString() : JSON.stringify(body) }
}

test('every route of the contract has an example and is served', async () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(ROUTES.map(({ name }) => name).sort())
  expect(ROUTES.length).toBeGreaterThan(70)
  for (const { name, route } of ROUTES) {
    const url = `/api/v1${route.path}`
    expect(office.app.server.hasRoute({ method: route.method, url }), name).toBe(true)
  }
})

describe('without a session', () => {
  const closed = ROUTES.filter(({ route }) => route.access !== 'public')

  test.for(closed)('$name asks to log in', async ({ name, route }) => {
    const { status, text } = await send(route, EXAMPLES[name](own), null)
    expect([status, text]).toEqual([401, expect.stringContaining('unauthenticated')])
  })

  test('none of them changes anything', async () => {
    const before = await prints()
    for (const { name, route } of closed) await send(route, EXAMPLES[name](own), null)
    expect(await prints()).toEqual(before)
  })
})

describe('with the ids of another organisation', () => {
  test.for(ROUTES)(
    '$name gives and changes nothing of it, whatever the post',
    async ({ name, route }) => {
      const example = EXAMPLES[name](foreign)
      const namesForeign = foreignIds.some((id) => JSON.stringify(example).includes(id))
      let before = await prints()
      for (const post of POSTS) {
        const { status, text } = await send(route, example, await sessionFor(name, post))
        const told = `${name} by ${post}: ${status} ${text.slice(0, 300)}`
        expect(status, told).toBeLessThan(500)
        for (const secret of [...foreignIds, foreign.secret])
          expect(text, told).not.toContain(secret)
        if (namesForeign && example.params !== undefined) expect([404, 422], told).toContain(status)
        if (route.method === 'GET') continue
        const after = await prints()
        expect(after.get(foreign.company.orgId), told).toBe(before.get(foreign.company.orgId))
        if (namesForeign)
          expect(after.get(own.company.orgId), told).toBe(before.get(own.company.orgId))
        before = after
      }
      expect((await prints()).get(foreign.company.orgId)).toBe(before.get(foreign.company.orgId))
    },
  )

  test('a complaint cannot be registered for its customer', async () => {
    const complaints = async () =>
      (
        await office.database.admin.query<{ id: string }>(
          'select complaint_id as id from complaint',
        )
      ).rows
    const before = await complaints()
    const body = registration({ customerId: foreign.customerId })
    const { receptionist } = own.company.staff
    const { status, body: problem } = await office.call(receptionist, 'POST', '/complaints', body)
    expect([400, 404, 422], JSON.stringify(problem)).toContain(status)
    expect(await complaints()).toEqual(before)
  })
})

describe('from a page elsewhere, and without Idempotency-Key', () => {
  test.for(MUTATING)('$name is not accepted', async ({ name, route }) => {
    const example = EXAMPLES[name](own)
    const who = own.company.staff[example.by]
    const before = await prints()
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const foreignOrigin = await send(route, example, who, { headers })
      expect([foreignOrigin.status, foreignOrigin.text]).toEqual([
        403,
        expect.stringContaining('forbidden-origin'),
      ])
    }
    if (route.access !== 'public') {
      const keyless = await send(route, example, who, { key: null })
      expect([keyless.status, keyless.text]).toEqual([400, expect.stringContaining('key-missing')])
    }
    expect(await prints()).toEqual(before)
  })
})
