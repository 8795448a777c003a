import { randomUUID } from 'node:crypto'
import pino from 'pino'
import type { Problem } from '@yinuo/contract'
import { builtInPlaybook } from '@yinuo/playbooks'
import { Directories } from '../modules/organisation/index.ts'
import { peopleHandlers } from '../modules/people/index.ts'
import { sessionHandlers, Sessions } from '../modules/session/index.ts'
import { foundOrganisation, newSetupCode, setupHandlers } from '../modules/setup/index.ts'
import { DatabaseClock } from '../platform/clock/database-clock.ts'
import { serveApi } from '../platform/http/serve.ts'
import { recordRefusal } from '../platform/log/refusal-store.ts'
import { createTestDatabase, type TestDatabase } from './create-test-database.ts'

/** `body` is what the test expects of the route; the server holds it against the contract. */
export type Answer<Body> = {
  readonly status: number
  readonly body: Body
  readonly token: string | null
}

export const PASSWORD = 'correct-horse-battery'

/** Log-in, set-up and staff over HTTP on a database of its own, without the rest of the program. */
export async function createStaffServer(options: { demo?: boolean } = {}) {
  const database: TestDatabase = await createTestDatabase()
  const { pool } = database
  const playbooks = [builtInPlaybook('LUB')]
  const clock = new DatabaseClock(pool)
  const directories = new Directories(pool, playbooks)
  const sessions = new Sessions(pool, clock, (orgId) => directories.read(orgId))
  const setupCode = newSetupCode()
  const changes: { noun: string; id: string }[] = []
  const record = (...[principal, command, subjectId, gates]: Parameters<Recorder>) =>
    recordRefusal(pool, principal, 'person', command, subjectId, gates)
  const server = serveApi(
    [
      ...sessionHandlers({ pool, sessions, unreadNotices: async () => 0 }),
      ...setupHandlers({
        pool,
        playbooks,
        version: 'test',
        demoLogins: options.demo === true ? [] : null,
        setupCode,
      }),
      ...peopleHandlers({
        pool,
        directories,
        sessions,
        recordRefusal: record,
        changed: (change) => void changes.push(change),
      }),
    ],
    {
      logger: pino({ level: 'error' }),
      trustProxy: true,
      authenticate: (token) => sessions.principalOf(token),
      recordRefusal: record,
      checkOutput: true,
    },
  )

  async function call<Body = Problem>(
    token: string | null,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    { key = randomUUID(), address = '10.0.0.1' } = {},
  ): Promise<Answer<Body>> {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        'x-forwarded-for': address,
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    const cookie = /yinuo_session=([\w-]+)/.exec(String(answer.headers['set-cookie'] ?? ''))
    return { status: answer.statusCode, body: answer.json<Body>(), token: cookie?.[1] ?? null }
  }

  async function logIn(login: string, password = PASSWORD, address = '10.0.0.1'): Promise<string> {
    const { token } = await call(null, 'POST', '/login', { login, password }, { address })
    if (token === null) throw new Error(`${login} could not log in`)
    return token
  }

  return {
    database,
    server,
    setupCode,
    changes,
    directories,
    call,
    logIn,
    found: (login: string, organisation = '岭川润滑油') =>
      foundOrganisation(pool, playbooks, {
        organisation,
        site: '常州总厂',
        administrator: '郑敏',
        login,
        password: PASSWORD,
        demoStart: null,
      }),
    async stop() {
      await server.close()
      await database.drop()
    },
  }
}

type Recorder = Parameters<typeof peopleHandlers>[0]['recordRefusal']
