import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartFailure } from '../start-failure.ts'

/**
 * Lets one program at a time use a data directory. Refuses the second with a StartFailure naming the first.
 *
 * The lock must vanish with the process even on kill -9, hold between containers that share the volume, and work on
 * every system. Node has no flock, but its SQLite takes exactly such a lock (fcntl, LockFileEx), so an otherwise empty
 * SQLite file serves as the lock. Rejected: a pid file (pids are reused, in containers at once), a listening socket
 * (abstract ones end at the network namespace, path ones leave a file behind whose removal races).
 */
export function lockDataDir(dataDir: string): { release(): void } {
  const lock = new DatabaseSync(join(dataDir, 'program.lock'), { timeout: 0 })
  const holderFile = join(dataDir, 'program.pid')
  try {
    // Kept in memory: a rollback journal beside the lock would be one more file to recover.
    lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error
    throw inUse(dataDir, holderFile)
  }
  writeFileSync(holderFile, `${process.pid}\n`)
  return { release: () => lock.close() }
}

const SQLITE_BUSY = 5

function inUse(dataDir: string, holderFile: string): StartFailure {
  let holder = '?'
  try {
    holder = readFileSync(holderFile, 'utf8').trim()
  } catch {
    // The holder has the lock but not yet written its number.
  }
  return new StartFailure(
    `数据目录 ${dataDir} 正被另一个一诺程序使用（进程 ${holder}），请先停掉它，或用 DATA_DIR 指定另一个目录。`,
    `Data directory ${dataDir} is in use by another Yinuo (process ${holder}). Stop it, or set DATA_DIR to another directory.`,
  )
}
