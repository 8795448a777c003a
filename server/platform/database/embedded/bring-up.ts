import { readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { connectionUrl } from '../connection-url.ts'
import { dataDirFailure } from '../data-directory.ts'
import { StartFailure } from '../start-failure.ts'
import { type Address, removeStaleSocket } from './address.ts'
import { ADMIN_ROLE, type Cluster } from './cluster.ts'
import { adopt, launch, type LaunchOptions, type Postmaster, shutDown } from './postmaster.ts'
import {
  disownPostmasterFile,
  endOrphans,
  isServerOf,
  readPostmasterFile,
} from './postmaster-file.ts'

/** How long a server may take that says nothing; one that is recovering after a crash may take longer. */
const PATIENCE_MS = 15_000
const RECOVERY_PATIENCE_MS = 10 * 60_000

/** Administrator's URL of the database that always exists. */
export function adminUrlOf(cluster: Cluster, address: Address): string {
  const { host, port } = address
  return connectionUrl({
    user: ADMIN_ROLE,
    password: cluster.adminPassword,
    host,
    port,
    database: 'postgres',
  })
}

/**
 * A server of this cluster that answers: the one still running from before, else a new one at the first address that
 * works. Ready within 15 s of a crash (recovery of much work apart), else StartFailure with the server's own words.
 * The caller holds the lock of the data directory.
 */
export async function bringUp(
  options: LaunchOptions & { readonly cluster: Cluster; readonly dataDir: string },
  addresses: readonly (() => Promise<Address>)[],
): Promise<Postmaster> {
  const { cluster, clusterDir, dataDir, logFile } = options
  const running = await adoptRunning(cluster, clusterDir)
  if (running !== undefined) return running

  const deadline = Date.now() + PATIENCE_MS
  const untried = [...addresses]
  let next = untried.shift()
  for (;;) {
    if (next === undefined) throw cannotStart(dataDir, 'no usable address')
    clearWayFor(clusterDir)
    const logBefore = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
    const address = await next()
    removeStaleSocket(address)
    const server = launch(options, address)
    if (await becomesReady(server, cluster, clusterDir)) return server
    await shutDown(server)
    const words = readLogFrom(logFile, logBefore)
    if (/No space left|Disk quota/i.test(words)) {
      throw dataDirFailure(dataDir, Object.assign(new Error(words), { code: 'ENOSPC' }))
    }
    // Only the address is wrong: the next one, without waiting.
    if (/could not (bind|create any)|lock file ".*\.s\.PGSQL/i.test(words)) next = untried.shift()
    else if (/already exists|still in use|lock file/i.test(words) && Date.now() < deadline)
      await sleep(200)
    else throw cannotStart(dataDir, fatalLine(words))
  }
}

async function adoptRunning(cluster: Cluster, clusterDir: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const file = readPostmasterFile(clusterDir)
    if (file === undefined || !isServerOf(clusterDir, file.pid)) return undefined
    const transport = file.host.startsWith('/') ? 'socket' : 'loopback'
    const server = adopt(clusterDir, file.pid, { transport, host: file.host, port: file.port })
    if (file.status === 'stopping') {
      // Our program was killed while stopping it: let it finish, then start anew.
      await Promise.race([server.ended, sleep(PATIENCE_MS, undefined, { ref: false })])
      if (isServerOf(clusterDir, file.pid)) await shutDown(server)
    } else {
      if (await becomesReady(server, cluster, clusterDir)) return server
      if (Date.now() > deadline) await shutDown(server)
    }
  }
}

function clearWayFor(clusterDir: string): void {
  const stale = readPostmasterFile(clusterDir)
  if (stale === undefined) return
  endOrphans(clusterDir)
  disownPostmasterFile(clusterDir)
}

async function becomesReady(
  server: Postmaster,
  cluster: Cluster,
  clusterDir: string,
): Promise<boolean> {
  const started = Date.now()
  let ended = false
  void server.ended.then(() => (ended = true))
  while (!ended) {
    const file = readPostmasterFile(clusterDir)
    const isStarting = file?.pid === server.pid && file.status === 'starting'
    if (
      file?.pid === server.pid &&
      file.status === 'ready' &&
      (await answers(adminUrlOf(cluster, server.address)))
    ) {
      return true
    }
    if (Date.now() - started > (isStarting ? RECOVERY_PATIENCE_MS : PATIENCE_MS)) return false
    await sleep(20)
  }
  return false
}

async function answers(adminUrl: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    client.end().catch(() => {})
  }
}

function readLogFrom(logFile: string, offset: number): string {
  return readFileSync(logFile).subarray(offset).toString('utf8')
}

function fatalLine(words: string): string {
  const lines = words.trim().split('\n')
  return (lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC):\s*/,
    '',
  )
}

function cannotStart(dataDir: string, why: string): StartFailure {
  return new StartFailure(
    `数据库起不来（${why}），详见 ${dataDir}/postgres.log；可从备份恢复，或用 DATA_DIR 指定另一个目录。`,
    `The database does not start (${why}). See ${dataDir}/postgres.log; restore a backup or set DATA_DIR to another directory.`,
  )
}
