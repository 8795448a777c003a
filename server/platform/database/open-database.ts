import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { prepareDataDir } from './data-directory.ts'
import { type EmbeddedDatabase, startEmbedded } from './embedded/start-embedded.ts'
import { ensureDatabase } from './ensure-database.ts'
import { ensureRoles } from './ensure-roles.ts'
import { migrate, readMigrationState } from './migrate.ts'
import { secretIn } from './secret-file.ts'

export interface OpenDatabase {
  /** Of the migrating role; the program works with `appUrl`. */
  readonly adminUrl: string
  readonly appUrl: string
  /** undefined with DATABASE_URL. */
  readonly embedded: EmbeddedDatabase | undefined
  /** Stops the embedded server; nothing to do with DATABASE_URL. */
  stop(): Promise<void>
}

export interface OpenOptions {
  readonly dataDir: string
  /** DATABASE_URL: one's own PostgreSQL ≥ 15. Without it the embedded one runs in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** YINUO_APP_PASSWORD: password of yinuo_app in one's own PostgreSQL. */
  readonly appPassword?: string | undefined
  /** Of the embedded server: real and demo are different databases (architecture §6). */
  readonly databaseName: 'yinuo' | 'yinuo_demo'
  readonly onNotice?: (line: string) => void
}

/** Called when a database with something in it is about to be migrated; rejects to leave it as it is. */
export type BeforeUpgrade = (upgrade: {
  readonly appUrl: string
  readonly pending: readonly string[]
}) => Promise<void>

/** The database, ready to work with: started, created, roles made, migrated. Throws StartFailure with what to do. */
export async function openDatabase(
  options: OpenOptions & { readonly beforeUpgrade?: BeforeUpgrade },
): Promise<OpenDatabase> {
  const database = await reachDatabase(options)
  try {
    const { applied, pending } = await readMigrationState(database.adminUrl)
    if (applied > 0 && pending.length > 0)
      await options.beforeUpgrade?.({ appUrl: database.appUrl, pending })
    await migrate(database.adminUrl)
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** As `openDatabase`, with the tables left as they are, if there are any. */
export async function reachDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { dataDir, databaseUrl, databaseName, onNotice } = options
  if (databaseUrl !== undefined) {
    prepareDataDir(dataDir)
    const appUrl = await ensureRoles(
      databaseUrl,
      options.appPassword ?? appPasswordFor(databaseUrl, dataDir),
    )
    return { adminUrl: databaseUrl, appUrl, embedded: undefined, stop: async () => {} }
  }
  const embedded = await startEmbedded({ dataDir, ...(onNotice && { onNotice }) })
  try {
    const adminUrl = await ensureDatabase(embedded.adminUrl, databaseName)
    const appUrl = await ensureRoles(adminUrl, secretIn(join(dataDir, 'app.password')))
    return { adminUrl, appUrl, embedded, stop: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

/**
 * Password of yinuo_app in someone's own PostgreSQL when YINUO_APP_PASSWORD is not given. Derived from the password in
 * DATABASE_URL, so that all nodes agree without storing or sharing anything more; it changes together with it. A URL
 * without a password (peer, certificate) leaves a random one in DATA_DIR, which is right for one node only.
 */
export function appPasswordFor(databaseUrl: string, dataDir: string): string {
  const url = new URL(databaseUrl)
  const password = decodeURIComponent(url.password) || url.searchParams.get('password')
  if (!password) return secretIn(join(dataDir, 'app.password'))
  return createHmac('sha256', password).update('yinuo_app').digest('base64url')
}
