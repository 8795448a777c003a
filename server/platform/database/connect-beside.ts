import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { connectionUrl, urlForUser } from './connection-url.ts'
import { clusterPath } from './embedded/cluster.ts'
import { isServerOf, readPostmasterFile } from './embedded/postmaster-file.ts'
import { lockDataDir } from './embedded/program-lock.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { APP_ROLE } from './ensure-roles.ts'
import { appPasswordFor } from './open-database.ts'
import { StartFailure } from './start-failure.ts'

export type ExistingDatabase = {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly appPassword: string | undefined
  readonly databaseName: 'yinuo' | 'yinuo_demo'
}

/**
 * Where yinuo_app reaches the database that `main` would open, without making or migrating anything. An embedded server that
 * runs is used as it is, one that does not is started for as long as this takes. Throws StartFailure when there is none.
 */
export async function connectBeside(
  target: ExistingDatabase,
): Promise<{ readonly appUrl: string; stop(): Promise<void> }> {
  const { dataDir, databaseUrl, databaseName: database } = target
  if (databaseUrl !== undefined) {
    const password = target.appPassword ?? appPasswordFor(databaseUrl, dataDir)
    return { appUrl: urlForUser(databaseUrl, APP_ROLE, password), stop: async () => {} }
  }
  const passwordFile = join(dataDir, 'app.password')
  if (!existsSync(clusterPath(dataDir)) || !existsSync(passwordFile)) throw nothingIn(dataDir)
  const password = readFileSync(passwordFile, 'utf8').trim()
  const at = ({ host, port }: { host: string; port: number }): string =>
    connectionUrl({ user: APP_ROLE, password, host, port, database })
  if (isInUse(dataDir)) return { appUrl: at(runningServer(dataDir)), stop: async () => {} }
  const embedded = await startEmbedded({ dataDir })
  return { appUrl: at(runningServer(dataDir)), stop: () => embedded.stop() }
}

function isInUse(dataDir: string): boolean {
  try {
    lockDataDir(dataDir).release()
    return false
  } catch (error) {
    if (error instanceof StartFailure) return true
    throw error
  }
}

function runningServer(dataDir: string): { host: string; port: number } {
  const folder = realpathSync(clusterPath(dataDir))
  const file = readPostmasterFile(folder)
  if (file !== undefined && file.status === 'ready' && isServerOf(folder, file.pid)) return file
  throw new StartFailure(
    `数据目录 ${dataDir} 正被一诺使用，但它的数据库还没有就绪，请稍后再试。`,
    `Yinuo is using data directory ${dataDir}, but its database is not ready. Try again in a moment.`,
  )
}

function nothingIn(dataDir: string): StartFailure {
  return new StartFailure(
    `数据目录 ${dataDir} 里没有数据库；正式库加 --setup，别处的用 DATA_DIR 或 DATABASE_URL 指定。`,
    `There is no database in ${dataDir}. Use --setup for the real one, DATA_DIR or DATABASE_URL for another.`,
  )
}
