import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What `postmaster.pid` of a cluster says; it outlives a crash, so it proves nothing by itself. */
export interface PostmasterFile {
  readonly pid: number
  readonly port: number
  /** Socket directory, or else the address it listens on. */
  readonly host: string
  readonly status: string
}

export function readPostmasterFile(clusterDir: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, , , port, socketDir, address, , status] = lines.map((line) => line.trim())
    if (!Number(pid)) return undefined
    const host = socketDir || address || ''
    return { pid: Number(pid), port: Number(port), host, status: status ?? '' }
  } catch {
    return undefined
  }
}

/** Whether `pid` really is the server of this cluster and not a process that got the number after a crash or reboot. */
export function isServerOf(clusterDir: string, pid: number): boolean {
  if (process.platform === 'linux') return isPostgresIn(clusterDir, String(pid))
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform === 'win32') return true
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return ps.stdout.includes('postgres') && ps.stdout.includes(clusterDir)
}

/**
 * A stale file whose number now belongs to some other process makes PostgreSQL refuse to start (containers reuse small
 * numbers at every boot). A number nobody can have lets it go on, and keeps its check of the shared memory named below.
 */
export function disownPostmasterFile(clusterDir: string): void {
  const path = join(clusterDir, 'postmaster.pid')
  const lines = readFileSync(path, 'utf8').split('\n')
  writeFileSync(path, ['2147483647', ...lines.slice(1)].join('\n'))
}

/**
 * Ends sessions that outlived their server (kill -9 of it): until they notice they go on committing and hold the shared
 * memory, so the new server cannot start. Only on Linux; elsewhere starting is retried until they are gone.
 */
export function endOrphans(clusterDir: string): void {
  if (process.platform !== 'linux') return
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid) || !isPostgresIn(clusterDir, pid)) continue
    try {
      process.kill(Number(pid), 'SIGQUIT')
    } catch {
      // Gone meanwhile.
    }
  }
}

/** Every process of a cluster works inside its directory. */
function isPostgresIn(clusterDir: string, pid: string): boolean {
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`))
    return program.startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === clusterDir
  } catch {
    return false
  }
}
