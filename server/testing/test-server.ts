import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../platform/database/index.ts'
import { asAdmin } from '../platform/database/admin-connection.ts'

/** Environment through which test files find the server their run uses. */
export const TEST_SERVER_VARIABLE = 'YINUO_TEST_SERVER_URL'

const FOLDER_PREFIX = 'yinuo-test-'

/**
 * The server of one test run: TEST_DATABASE_URL (a role that may create databases and roles), else an embedded one in a
 * temporary directory, as in production but without fsync (nothing in it outlives the run). Never "no database".
 */
export async function startTestServer(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    await asAdmin(given, async () => {})
    return { adminUrl: given, stop: async () => {} }
  }
  await clearAfterKilledRuns()
  const dataDir = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${process.pid}-`))
  // Root's database user must pass through, or the cluster would be put elsewhere and outlive the directory.
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, durable: false })
  return {
    adminUrl: server.adminUrl,
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its server running: it is taken over only to be ended. */
async function clearAfterKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(FOLDER_PREFIX) ? Number(name.split('-')[2]) : undefined
    if (!owner || isAlive(owner)) continue
    const dataDir = join(tmpdir(), name)
    try {
      const left = await startEmbedded({ dataDir, durable: false })
      await left.stop()
    } catch {
      // Never finished starting: there are only files.
    }
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
