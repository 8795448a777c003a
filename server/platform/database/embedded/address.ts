import { chownSync, mkdtempSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { removeQuietly } from '../data-directory.ts'
import type { DatabaseAccount } from './database-account.ts'

/** Where the embedded server is reached. Never from another machine. */
export interface Address {
  readonly transport: 'socket' | 'loopback'
  /** Directory of the socket, or 127.0.0.1. */
  readonly host: string
  readonly port: number
}

/** Linux allows 107 bytes, macOS 103. */
const SOCKET_PATH_LIMIT = 103
/** Only part of the socket's file name: whoever uses TCP port 5432 is not in the way. */
const SOCKET_PORT = 5432

/**
 * Addresses to try, best first. A socket needs no free port and the file system guards it; it lies in the cluster (0700)
 * or, where that path is too long or on a volume without sockets, in a fresh temporary directory. Windows: loopback.
 */
export function addressesToTry(
  clusterDir: string,
  account: DatabaseAccount,
  transport: Address['transport'] | undefined,
): (() => Promise<Address>)[] {
  if ((transport ?? (process.platform === 'win32' ? 'loopback' : 'socket')) === 'loopback') {
    // Several times: a free port may be taken between asking for it and using it.
    return Array.from({ length: 5 }, () => loopbackAddress)
  }
  const inTemporary = async () => socketIn(temporaryFolder(account))
  const path = join(clusterDir, `.s.PGSQL.${SOCKET_PORT}`)
  if (Buffer.byteLength(path) > SOCKET_PATH_LIMIT) return [inTemporary]
  return [async () => socketIn(clusterDir), inTemporary]
}

function socketIn(host: string): Address {
  return { transport: 'socket', host, port: SOCKET_PORT }
}

/**
 * A killed server leaves its socket and a lock with its number; while that number is a zombie nobody has collected (or
 * was given to someone else) a new server refuses the socket. The directory is ours alone and its server is known to
 * have ended.
 */
export function removeStaleSocket(address: Address): void {
  if (address.transport !== 'socket') return
  const socket = join(address.host, `.s.PGSQL.${address.port}`)
  removeQuietly(`${socket}.lock`)
  removeQuietly(socket)
}

const TEMPORARY = 'yinuo-db-'

/** Removes what was made only for this address. */
export function discardAddress(address: Address): void {
  if (basename(address.host).startsWith(TEMPORARY)) removeQuietly(address.host)
}

function temporaryFolder(account: DatabaseAccount): string {
  const place = Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir()
  const folder = realpathSync(mkdtempSync(join(place, TEMPORARY)))
  if (account.ids !== undefined) chownSync(folder, account.ids.uid, account.ids.gid)
  return folder
}

function loopbackAddress(): Promise<Address> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const bound = probe.address()
      const port = typeof bound === 'object' && bound !== null ? bound.port : 0
      probe.close(() => resolve({ transport: 'loopback', host: '127.0.0.1', port }))
    })
  })
}
