import pg from 'pg'
import { StartFailure } from './start-failure.ts'

/** Connects as the administrator, runs, and always disconnects. For set-up and migrations; not limited in time. */
export async function asAdmin<T>(
  adminUrl: string,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: 'yinuo-admin',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // A connection that dies between two statements must fail the next one, not the process.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(adminUrl, error)
  }
  try {
    return await run(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function unreachable(adminUrl: string, error: unknown): StartFailure {
  const { host, pathname } = new URL(adminUrl)
  const why = (error as Error).message || String((error as NodeJS.ErrnoException).code)
  return new StartFailure(
    `连不上数据库 ${host}${pathname}（${why}），请检查 DATABASE_URL 和数据库是否已启动。`,
    `Cannot reach the database ${host}${pathname} (${why}). Check DATABASE_URL and whether the database runs.`,
    { cause: error },
  )
}
