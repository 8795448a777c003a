import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem, Route } from '@yinuo/contract'
import { createOffice, type Office } from '../testing/office.ts'
import { fingerprints } from './fingerprint.ts'
import { EXAMPLES, type Example, pathOf } from '../testing/route-examples.ts'
import { MUTATING } from '../testing/route-names.ts'
import { withEachField, withEachText, withSpoiltKeys } from './spoilt-input.ts'
import { buildWorld, type World } from '../testing/world.ts'

let office: Office
let world: World
let expired: string
beforeAll(async () => {
  office = await createOffice()
  world = await buildWorld(office, office, '甲方')
  expired = await office.logIn(office.staff.handler.login)
  await office.database.admin.query(
    `update session set expires_at = clock_timestamp() - interval '1 second'
     where token_hash = sha256($1::text::bytea)`,
    [expired],
  )
})
afterAll(() => office.stop())

type Sent = { readonly status: number; readonly told: string; readonly problem: Problem }

async function send(
  route: Route,
  example: Example,
  payload: string | Buffer | undefined,
  { token, type = 'application/json' }: { token: string; type?: string },
): Promise<Sent> {
  const answer = await office.app.server.inject({
    method: route.method,
    url: `/api/v1${pathOf(route.path, example)}`,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      'content-type': type,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  const told = `${answer.statusCode} ${answer.payload.slice(0, 300)} ← ${String(payload).slice(0, 300)}`
  return { status: answer.statusCode, told, problem: answer.json<Problem>() }
}

/** A clear answer in the user's language, and no fault of ours. */
function refusesClearly({ status, told, problem }: Sent): void {
  expect(status, told).toBeGreaterThanOrEqual(400)
  expect(status, told).toBeLessThan(500)
  expect(problem.message, told).toMatch(/[一-龥]/)
  expect(problem.message, told).not.toMatch(/error|exception|syntax|undefined|null/i)
  expect(problem.reference, told).toMatch(/^[\w-]{8,}$/)
}

const DEEP = 50_000
const POLLUTIONS = [
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"values":{"__proto__":{"reason":"x"}}}',
]

describe('bad input changes nothing and is answered in words', () => {
  test.for(MUTATING)('$name', { timeout: 120_000 }, async ({ name, route }) => {
    const example = EXAMPLES[name](world)
    const { body } = example
    const valid = Buffer.isBuffer(body) ? body : JSON.stringify(body)
    const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'
    const isLogout = name === 'session.logout'
    const token = office.staff[example.by].token
    const print = () => fingerprints(office.database.admin, [world.company.orgId])
    const before = await print()

    if (route.access !== 'public')
      for (const dead of [expired, randomUUID(), 'x'.repeat(43)]) {
        const answer = await send(route, example, valid, { token: dead, type })
        refusesClearly(answer)
        expect(answer.status).toBe(401)
      }
    if (route.path.includes(':id'))
      for (const id of [randomUUID(), 'x', '0', "'; drop table event; --", 'a'.repeat(150)]) {
        const unknown = { ...example, params: { id } }
        const answer = await send(route, unknown, valid, { token, type })
        refusesClearly(answer)
        expect(answer.status, answer.told).toBe(404)
      }

    if (Buffer.isBuffer(body)) {
      for (const bytes of [Buffer.alloc(0), Buffer.from('<svg onload=alert(1)>'), Buffer.alloc(64)])
        refusesClearly(await send(route, example, bytes, { token, type }))
      const huge = Buffer.alloc((route.rawLimit ?? 0) + 1)
      const tooLarge = await send(route, example, huge, { token, type })
      refusesClearly(tooLarge)
      expect(tooLarge.status, tooLarge.told).toBe(413)
    } else {
      const tooLarge = await send(
        route,
        example,
        JSON.stringify({ text: '油'.repeat(3_500_000) }),
        { token },
      )
      refusesClearly(tooLarge)
      expect(tooLarge.status).toBe(413)
      for (const payload of [
        '{',
        '{"a":',
        'nothing',
        '[]',
        '"text"',
        '7',
        'true',
        '\u0000',
        '',
        ...POLLUTIONS,
      ]) {
        // Without any required field an empty or foreign object is as good as none.
        if (isLogout || isAcceptable(route, payload)) continue
        refusesClearly(await send(route, example, payload, { token }))
      }
      refusesClearly(
        await send(route, example, 'a=1', { token, type: 'application/x-www-form-urlencoded' }),
      )
      refusesClearly(await send(route, example, '<a/>', { token, type: 'text/xml' }))
      const spoiltBodies = [
        ...withEachField(body ?? {}).filter((one) => !isAcceptable(route, one)),
        ...withEachText(body ?? {}),
        ...withSpoiltKeys(body ?? {}, ['values', 'unavailable', 'skip']),
      ]
      for (const spoilt of spoiltBodies)
        refusesClearly(await send(route, example, spoilt, { token }))
      const deep = `{"deep":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`
      refusesClearly(await send(route, example, deep, { token }))
    }
    expect(await print()).toEqual(before)
  })
})

/** Whether the contract takes this as complete input: then it is no bad input. */
function isAcceptable(route: Route, payload: string): boolean {
  try {
    const parsed: unknown = JSON.parse(payload === '' ? '{}' : payload)
    return !payload.includes('__proto__') && route.body.safeParse(parsed).success
  } catch {
    return false
  }
}
