import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataDirFailure, prepareDataDir } from '../data-directory.ts'
import { type Address, addressesToTry, discardAddress } from './address.ts'
import { findBinaries } from './binaries.ts'
import { adminUrlOf, bringUp } from './bring-up.ts'
import { clusterPath, openCluster } from './cluster.ts'
import { databaseAccount } from './database-account.ts'
import { type Postmaster, shutDown, signalServer } from './postmaster.ts'
import { lockDataDir } from './program-lock.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  /** false only for tests: no fsync. */
  readonly durable?: boolean
  /** Default: socket, on Windows loopback. */
  readonly transport?: Address['transport']
  /** Told in one line when the database was lost and when it is back; for the log. */
  readonly onNotice?: (line: string) => void
}

export interface EmbeddedDatabase {
  /** Of the administrator, for the database "postgres"; stays the same when the server is restarted. */
  readonly adminUrl: string
  /** Of the server at this moment. */
  readonly pid: number
  /** Whether it was still running from a program that had been killed. */
  readonly adopted: boolean
  /** Stops the server (fast shutdown) and frees the data directory; may be called twice. */
  stop(): Promise<void>
}

/**
 * Runs the PostgreSQL that npm installed in `dataDir` and keeps it running: a server that dies is started again (ready
 * within 15 s), one left behind by a killed program is adopted. Throws StartFailure when it cannot (architecture §1).
 * The caller stops it on SIGINT and SIGTERM; a plain `process.exit` takes it along too.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir)
  prepareDataDir(dataDir)
  const lock = takeLock(dataDir)
  try {
    const account = databaseAccount(clusterPath(dataDir))
    const binaries = findBinaries(account, dataDir)
    const cluster = openCluster(dataDir, account, binaries)
    const launching = {
      binaries,
      account,
      cluster,
      dataDir,
      clusterDir: cluster.folder,
      logFile: `${dataDir}/postgres.log`,
      durable: options.durable ?? true,
    }
    const addresses = addressesToTry(cluster.folder, account, options.transport)
    const first = await bringUp(launching, addresses)
    // A restart keeps the address: the pools of the program know no other.
    const again = () => bringUp(launching, [async () => first.address])
    const supervised = supervise(first, again, lock, options.onNotice ?? (() => {}))
    return {
      adminUrl: adminUrlOf(cluster, first.address),
      adopted: first.adopted,
      get pid() {
        return supervised.current().pid
      },
      stop: () => supervised.stop(),
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

function takeLock(dataDir: string): { release(): void } {
  try {
    return lockDataDir(dataDir)
  } catch (error) {
    throw dataDirFailure(dataDir, error)
  }
}

function supervise(
  first: Postmaster,
  again: () => Promise<Postmaster>,
  lock: { release(): void },
  onNotice: (line: string) => void,
): { current(): Postmaster; stop(): Promise<void> } {
  let server = first
  const stopping = new AbortController()
  let stopped: Promise<void> | undefined
  const endWithUs = () => void signalServer(server.pid, 'SIGINT')
  process.once('exit', endWithUs)

  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await Promise.race([server.ended, aborted(stopping.signal)])
      for (let attempt = 0; !stopping.signal.aborted; attempt += 1) {
        onNotice(`database ended (process ${server.pid}); starting it again`)
        try {
          server = await again()
          onNotice(`database is back (process ${server.pid})`)
          break
        } catch (error) {
          onNotice(`database does not come back: ${(error as Error).message}`)
          await sleep(Math.min(250 * 2 ** attempt, 5_000), undefined, stopping).catch(() => {})
        }
      }
    }
  })()

  return {
    current: () => server,
    stop() {
      stopping.abort()
      stopped ??= watching
        .then(() => shutDown(server))
        .finally(() => {
          process.off('exit', endWithUs)
          discardAddress(server.address)
          lock.release()
        })
      return stopped
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
