import { spawn } from 'node:child_process'
import { closeSync, openSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Address } from './address.ts'
import type { Binaries } from './binaries.ts'
import { databaseEnvironment } from './cluster.ts'
import type { DatabaseAccount } from './database-account.ts'
import { isServerOf } from './postmaster-file.ts'

/** A running PostgreSQL server, started by us or adopted from a program that was killed. */
export interface Postmaster {
  readonly pid: number
  readonly address: Address
  readonly adopted: boolean
  /** Resolves when the server has ended, however it ended. */
  readonly ended: Promise<void>
}

export interface LaunchOptions {
  readonly binaries: Binaries
  readonly account: DatabaseAccount
  readonly clusterDir: string
  readonly logFile: string
  /** false only for tests: a power cut may then cost data. */
  readonly durable: boolean
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024
const ADOPTED_POLL_MS = 250

/** Starts the server process; whether it gets ready is found out by `bringUp`. */
export function launch(options: LaunchOptions, address: Address): Postmaster {
  const { binaries, account, clusterDir, logFile } = options
  keepLogShort(logFile)
  // A file, not a pipe: the server must survive our kill -9 without dying of a broken pipe at its next line.
  const log = openSync(logFile, 'a', 0o600)
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', clusterDir, ...settings(options.durable, address)],
      {
        ...account.ids,
        cwd: '/',
        env: databaseEnvironment(),
        stdio: ['ignore', log, log],
        // Its own process group: Ctrl-C in the terminal must reach us first, so that work in hand can still be stored.
        detached: true,
      },
    )
    child.unref()
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    return { pid: child.pid ?? 0, address, adopted: false, ended }
  } finally {
    closeSync(log)
  }
}

/** Takes over a server that is not our child; its end is noticed within 250 ms. */
export function adopt(clusterDir: string, pid: number, address: Address): Postmaster {
  return { pid, address, adopted: true, ended: goneFrom(clusterDir, pid) }
}

async function goneFrom(clusterDir: string, pid: number): Promise<void> {
  while (isServerOf(clusterDir, pid)) await sleep(ADOPTED_POLL_MS, undefined, { ref: false })
}

/**
 * Ends the server: at first open transactions are rolled back and everything is written down (fast), after 10 s it is
 * stopped without the final checkpoint (immediate), after 15 s killed. Whatever was committed is there afterwards.
 */
export async function shutDown(server: Postmaster): Promise<void> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]
  for (const [signal, patience] of steps) {
    if (!signalServer(server.pid, signal)) return
    const gaveUp = new AbortController()
    const waited = sleep(patience, true, { signal: gaveUp.signal }).catch(() => true)
    const stillThere = await Promise.race([server.ended.then(() => false), waited])
    gaveUp.abort()
    if (!stillThere) return
  }
}

/** false when there is nothing left to signal. */
export function signalServer(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return pid > 0 && process.kill(pid, signal)
  } catch {
    return false
  }
}

function settings(durable: boolean, address: Address): string[] {
  const byTransport =
    address.transport === 'socket'
      ? { listen_addresses: '', unix_socket_directories: address.host }
      : { listen_addresses: address.host, unix_socket_directories: '' }
  const all: Record<string, string | number> = {
    ...byTransport,
    port: address.port,
    unix_socket_permissions: '0700',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // The values of a row that was refused stand in the detail: they belong into no log (row 32 of reliability.md).
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    max_connections: 100,
    // Parallel queries need /dev/shm, of which a container has 64 MB; our statements are short and many.
    max_parallel_workers_per_gather: 0,
    jit: 'off',
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function keepLogShort(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`)
}
