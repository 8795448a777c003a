import { randomBytes } from 'node:crypto'
import pg, { escapeIdentifier } from 'pg'
import { asAdmin } from '../platform/database/admin-connection.ts'
import { urlForDatabase, urlForUser } from '../platform/database/connection-url.ts'
import { SEARCH_ROLE } from '../platform/database/ensure-roles.ts'
import { ensureTemplate, testAppPassword } from './template-database.ts'
import { TEST_SERVER_VARIABLE } from './test-server.ts'

export type EmptyDatabase = {
  /** As an operator gives it in DATABASE_URL: owns the database, is no superuser. */
  readonly ownerUrl: string
  readonly appPassword: string
  /** Connected as superuser: sees all rows. */
  readonly admin: pg.Client
  drop(): Promise<void>
}

/** A database of one's own without any table, on the server of the test run. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const rootUrl = process.env[TEST_SERVER_VARIABLE]
  if (rootUrl === undefined) throw new Error('only under vitest')
  // Makes the roles, too.
  await ensureTemplate(rootUrl)
  const name = `yinuo_empty_${process.pid}_${randomBytes(4).toString('hex')}`
  const owner = escapeIdentifier(name)
  await asAdmin(rootUrl, async (client) => {
    await client.query(`create role ${owner} login password 'owner'`)
    await client.query(`grant ${SEARCH_ROLE} to ${owner}`)
    await client.query(`create database ${owner} owner ${owner}`)
  })
  const adminUrl = urlForDatabase(rootUrl, name)
  const admin = new pg.Client({ connectionString: adminUrl })
  admin.on('error', () => {})
  await admin.connect()
  return {
    ownerUrl: urlForUser(adminUrl, name, 'owner'),
    appPassword: testAppPassword(rootUrl),
    admin,
    async drop() {
      await admin.end()
      await asAdmin(rootUrl, async (client) => {
        await client.query(`drop database ${owner} with (force)`)
        await client.query(`drop role ${owner}`)
      })
    },
  }
}
