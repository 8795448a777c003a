import { randomBytes } from 'node:crypto'
import pg, { escapeIdentifier } from 'pg'
import { asAdmin } from '../platform/database/admin-connection.ts'
import { columnTypes } from '../platform/database/column-values.ts'
import { urlForDatabase, urlForUser } from '../platform/database/connection-url.ts'
import { APP_ROLE, createPool } from '../platform/database/index.ts'
import { SESSION_SETTINGS } from '../platform/database/pool.ts'
import { ensureTemplate, testAppPassword } from './template-database.ts'
import { startTestServer, TEST_SERVER_VARIABLE } from './test-server.ts'

export interface TestDatabase {
  /** Of the migrating role, for this database. */
  readonly adminUrl: string
  /** Of yinuo_app, as the program works. */
  readonly appUrl: string
  readonly pool: pg.Pool
  /** Connected as the migrating role: sees all organisations when it is superuser. */
  readonly admin: pg.Client
  drop(): Promise<void>
}

/**
 * A database of its own for one test file, a copy of the migrated template (30 ms). Call in `beforeAll`, `drop` in
 * `afterAll`. Under vitest the run's server is used; elsewhere (bench) one is started and stopped with the database.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const running = process.env[TEST_SERVER_VARIABLE]
  const server = running ? { adminUrl: running, stop: async () => {} } : await startTestServer()
  const template = await ensureTemplate(server.adminUrl)
  const name = `yinuo_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asAdmin(server.adminUrl, (client) =>
    client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`,
    ),
  )
  const adminUrl = urlForDatabase(server.adminUrl, name)
  const appUrl = urlForUser(adminUrl, APP_ROLE, testAppPassword(server.adminUrl))
  const admin = new pg.Client({
    connectionString: adminUrl,
    types: columnTypes,
    options: SESSION_SETTINGS,
  })
  admin.on('error', () => {})
  await admin.connect()
  const pool = createPool(appUrl)
  return {
    adminUrl,
    appUrl,
    pool,
    admin,
    async drop() {
      await Promise.all([pool.end(), admin.end()])
      await asAdmin(server.adminUrl, (client) =>
        client.query(`drop database ${escapeIdentifier(name)} with (force)`),
      )
      await server.stop()
    },
  }
}
