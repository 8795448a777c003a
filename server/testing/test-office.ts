import { createHash, randomBytes, randomUUID, randomUUIDv7 } from 'node:crypto'
import pino from 'pino'
import type { Pool } from 'pg'
import { builtInPlaybook } from '@yinuo/playbooks'
import { Directories } from '../modules/organisation/index.ts'
import { Sessions } from '../modules/session/index.ts'
import { DatabaseClock } from '../platform/clock/database-clock.ts'
import type { Handler } from '../platform/http/handler.ts'
import type { Principal } from '../platform/http/principal.ts'
import { serveApi } from '../platform/http/serve.ts'
import { createTestDatabase } from './create-test-database.ts'

/** Person of the office → posts of the LUB playbook; `foreigner` handles complaints in another organisation. */
const STAFF = {
  receptionist: ['receptionist'],
  handler: ['after-sales'],
  leader: ['leader'],
  warehouse: ['warehouse'],
  administrator: ['administrator', 'receptionist'],
  newcomer: [],
  foreigner: ['after-sales', 'administrator', 'receptionist'],
} as const
export type Staff = keyof typeof STAFF

export type OfficeAnswer<Body = Readonly<Record<string, unknown>>> = {
  readonly status: number
  readonly body: Body
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, unknown>>
}

/** The handlers of some modules over HTTP, with logged-in people of two organisations, on a database of its own. */
export async function createTestOffice(
  handlersOf: (ground: {
    pool: Pool
    directories: Directories
    sessions: Sessions
  }) => readonly Handler[],
) {
  const database = await createTestDatabase()
  const { pool, admin } = database
  const orgId = randomUUIDv7()
  const foreignOrgId = randomUUIDv7()
  const siteId = randomUUIDv7()
  for (const [org, name] of [
    [orgId, '常州岭川润滑油厂'],
    [foreignOrgId, '别家公司'],
  ]) {
    await admin.query('insert into organisation (org_id, name) values ($1, $2)', [org, name])
    await admin.query('insert into site (org_id, site_id, name) values ($1, $2, $3)', [
      org,
      siteId,
      '常州总厂',
    ])
  }
  const people = {} as Record<Staff, { readonly id: string; readonly token: string }>
  for (const [staff, posts] of Object.entries(STAFF) as [Staff, readonly string[]][]) {
    const org = staff === 'foreigner' ? foreignOrgId : orgId
    const id = randomUUIDv7()
    const token = randomBytes(32).toString('base64url')
    const held = JSON.stringify(posts.map((post) => ({ playbook: 'LUB', post })))
    await admin.query(
      `insert into person (org_id, user_id, login, name, site_id, posts, version, seq, head_hash)
       values ($1, $2, $3, $4, $5, $6, 0, 0, $7)`,
      [org, id, staff, `姓名${staff}`, siteId, held, Buffer.alloc(32)],
    )
    await admin.query(
      `insert into session (org_id, session_id, user_id, token_hash, expires_at)
       values ($1, $2, $3, $4, clock_timestamp() + interval '1 day')`,
      [org, randomUUIDv7(), id, createHash('sha256').update(token).digest()],
    )
    people[staff] = { id, token }
  }
  const directories = new Directories(pool, [builtInPlaybook('LUB')])
  const clock = new DatabaseClock(pool)
  const sessions = new Sessions(pool, clock, (org) => directories.read(org))
  const server = serveApi(handlersOf({ pool, directories, sessions }), {
    logger: pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    trustProxy: false,
    authenticate: (token) => sessions.principalOf(token),
    recordRefusal: async () => {},
    checkOutput: true,
  })

  async function call<Body = Readonly<Record<string, unknown>>>(
    staff: Staff,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object | Buffer,
    key: string = randomUUID(),
  ): Promise<OfficeAnswer<Body>> {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${people[staff].token}`,
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    const isJson = String(answer.headers['content-type']).startsWith('application/json')
    return {
      status: answer.statusCode,
      body: (isJson ? answer.json() : {}) as Body,
      bytes: answer.rawPayload,
      headers: answer.headers,
    }
  }

  return {
    database,
    orgId,
    foreignOrgId,
    siteId,
    people,
    call,
    async principal(staff: Staff): Promise<Principal> {
      const principal = await sessions.principalOf(people[staff].token)
      if (principal === null) throw new Error(`${staff} is not logged in`)
      return principal
    },
    async stop() {
      await server.close()
      await database.drop()
    },
  }
}
