import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'
import type { Problem } from '@yinuo/contract'
import { type App, createApp } from '../app.ts'
import type { Deliveries } from '../platform/deliver/delivery.ts'
import { createTestDatabase, type TestDatabase } from './create-test-database.ts'
import { foundCompany } from './found-company.ts'
import {
  type Colleague,
  hireStaff,
  OFFICE_PASSWORD,
  STAFF,
  type StaffName,
} from './office-staff.ts'

export type { Colleague } from './office-staff.ts'

export type Company = {
  readonly orgId: string
  readonly siteId: string
  readonly staff: Readonly<Record<StaffName, Colleague>>
}

/** `body` is what the test expects of the route; the server holds it against the contract. */
export type OfficeAnswer<Body> = {
  readonly status: number
  readonly body: Body
  readonly headers: Readonly<Record<string, unknown>>
}

export type CallOptions = {
  /** Default: a fresh one for everything that changes something; null sends none. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

export type OfficeOptions = {
  /** Business time at which the movable clock starts; null for a real organisation. Default: S01's Monday, 09:00. */
  readonly demoStart?: string | null
  readonly logger?: Logger
  /** True also starts the worker and live updates. */
  readonly start?: boolean
  /** Built pages to serve beside the API, for a browser. */
  readonly pagesFolder?: string
  readonly portalFolder?: string
  /** How messages reach customers; default: nothing is set up. */
  readonly deliveries?: Deliveries
}

export const METRICS_TOKEN = 'token-of-the-scraper'
export const MONDAY_9 = '2026-03-02T01:00:00Z'

/** The whole program over HTTP (without a port) on a database of its own, with the people of S01 logged in. */
export async function createOffice(options: OfficeOptions = {}) {
  const database: TestDatabase = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'yinuo-office-'))
  const demoStart = options.demoStart === undefined ? MONDAY_9 : options.demoStart
  const app: App = await createApp({
    pool: database.pool,
    appUrl: database.appUrl,
    logger: options.logger ?? pino({ level: process.env['TEST_LOG'] ?? 'silent' }),
    version: 'test',
    dataDir,
    pagesFolder: options.pagesFolder,
    portalFolder: options.portalFolder,
    deliveries: options.deliveries ?? {},
    trustProxy: true,
    demoLogins: null,
    setupCode: 'TEST-TEST-TEST',
    metricsToken: METRICS_TOKEN,
    checkOutput: true,
  })
  await app.server.ready()

  /** As a person (null: nobody is logged in). Bytes are sent raw, objects as JSON. */
  async function call<Body = Problem>(
    who: Pick<Colleague, 'token'> | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object | Buffer,
    { key = randomUUID(), headers = {} }: CallOptions = {},
  ): Promise<OfficeAnswer<Body>> {
    const answer = await app.server.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...(who === null ? {} : { authorization: `Bearer ${who.token}` }),
        ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key }),
        ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body }),
    })
    const isJson = String(answer.headers['content-type']).startsWith('application/json')
    return {
      status: answer.statusCode,
      body: (isJson ? answer.json() : answer.rawPayload) as Body,
      headers: answer.headers,
    }
  }

  /** As `call`, for what has to succeed. */
  async function act<Body>(...request: Parameters<typeof call>): Promise<Body> {
    const { status, body } = await call<Body>(...request)
    if (status !== 200)
      throw new Error(`${request[1]} ${request[2]}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  async function logIn(login: string, password = OFFICE_PASSWORD): Promise<string> {
    const { headers, body } = await call(null, 'POST', '/login', { login, password })
    const token = /yinuo_session=([\w-]{43})/.exec(String(headers['set-cookie']))?.[1]
    if (token === undefined) throw new Error(`${login} cannot log in: ${JSON.stringify(body)}`)
    return token
  }

  /** One more organisation with the same people; log-ins are unique over all, so theirs carry the prefix. */
  async function openCompany(name: string, prefix: string): Promise<Company> {
    const founded = await foundCompany(database.pool, {
      name,
      administrator: STAFF.administrator.name,
      login: `${prefix}${STAFF.administrator.login}`,
      password: OFFICE_PASSWORD,
      demoStart,
    })
    const staff = await hireStaff({ act, logIn }, founded, prefix)
    return { orgId: founded.orgId, siteId: founded.siteId, staff }
  }

  if (options.start === true) await app.start()
  const company = await openCompany('常州岭川润滑油厂', '')
  return {
    database,
    app,
    dataDir,
    ...company,
    call,
    act,
    logIn,
    openCompany,
    /** Moves the business clock of the first company; it goes on running from there unless `frozen`. */
    async setClock(now: string, frozen = false): Promise<void> {
      await act(company.staff.administrator, 'POST', '/clock', { now, frozen })
    },
    async stop(): Promise<void> {
      await app.stop()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type Office = Awaited<ReturnType<typeof createOffice>>
