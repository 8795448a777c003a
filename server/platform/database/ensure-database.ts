import { escapeIdentifier } from 'pg'
import { asAdmin } from './admin-connection.ts'
import { urlForDatabase } from './connection-url.ts'

/** Makes the database if it is not there yet; resolves to the administrator's URL of it. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<string> {
  await asAdmin(adminUrl, async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`)
  })
  return urlForDatabase(adminUrl, name)
}
