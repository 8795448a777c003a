import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from './start-failure.ts'

/** Says that a directory is ours; without it a wrong DATA_DIR (a home, a project) would be filled with our files. */
const MARK = 'yinuo-data.txt'
const MARK_TEXT = 'This directory belongs to Yinuo. 此目录由一诺使用，请勿手动修改。\n'

/** What a fresh volume or a repository may contain before we come. */
const HARMLESS = new Set(['.gitkeep', '.gitignore', '.DS_Store', 'lost+found'])

/** One WAL segment, a checkpoint's temporary files and the log must fit, or PostgreSQL dies in its first minutes. */
export const LEAST_FREE_BYTES = 64 * 1024 * 1024

/** Makes and marks DATA_DIR. Refuses (StartFailure) a directory that is foreign, unwritable or full. */
export function prepareDataDir(dataDir: string): void {
  try {
    // As root, PostgreSQL runs as another user and must be able to pass through; for a user nobody else needs to.
    mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    refuseForeign(dataDir)
    writeFileSync(join(dataDir, MARK), MARK_TEXT)
  } catch (error) {
    throw dataDirFailure(dataDir, error)
  }
  refuseFull(dataDir, freeBytes(dataDir))
}

/** Refuses to start on a disk that has less room than `LEAST_FREE_BYTES`. */
export function refuseFull(dataDir: string, free: number): void {
  if (free >= LEAST_FREE_BYTES) return
  const megabytes = Math.floor(free / 1024 / 1024)
  throw new StartFailure(
    `磁盘空间不足：数据目录 ${dataDir} 只剩 ${megabytes} MB，请先清理磁盘，或用 DATA_DIR 指定另一块磁盘上的目录。`,
    `Disk full: only ${megabytes} MB left for data directory ${dataDir}. Free some space or set DATA_DIR to another disk.`,
  )
}

/** Turns a file system error met under DATA_DIR into the line the operator needs. */
export function dataDirFailure(dataDir: string, error: unknown): StartFailure {
  if (error instanceof StartFailure) return error
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(dataDir, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartFailure(
      `数据目录 ${dataDir} 不可写，请修改它的权限，或用 DATA_DIR 指定另一个目录。`,
      `Data directory ${dataDir} is not writable. Change its permissions or set DATA_DIR to another directory.`,
      { cause: error },
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartFailure(
      `数据目录 ${dataDir} 不是目录，请用 DATA_DIR 指定一个目录。`,
      `Data directory ${dataDir} is not a directory. Set DATA_DIR to a directory.`,
      { cause: error },
    )
  }
  return new StartFailure(
    `数据目录 ${dataDir} 无法使用（${message}），请检查磁盘，或用 DATA_DIR 指定另一个目录。`,
    `Data directory ${dataDir} cannot be used (${message}). Check the disk or set DATA_DIR to another directory.`,
    { cause: error },
  )
}

function diskFull(dataDir: string, cause: unknown): StartFailure {
  return new StartFailure(
    `磁盘已满：数据目录 ${dataDir} 写不进去，请先清理磁盘，或用 DATA_DIR 指定另一块磁盘上的目录。`,
    `Disk full: cannot write to data directory ${dataDir}. Free some space or set DATA_DIR to another disk.`,
    { cause },
  )
}

function refuseForeign(dataDir: string): void {
  const names = readdirSync(dataDir)
  if (names.includes(MARK)) return
  const foreign = names.filter((name) => !HARMLESS.has(name))
  if (foreign.length === 0) return
  throw new StartFailure(
    `数据目录 ${dataDir} 里有别的文件（如 ${foreign[0]}），不是一诺的数据，请用 DATA_DIR 指定一个空目录。`,
    `Data directory ${dataDir} holds other files (${foreign[0]}) and is not Yinuo's. Set DATA_DIR to an empty directory.`,
  )
}

function freeBytes(dataDir: string): number {
  const { bavail, bsize } = statfsSync(dataDir)
  return bavail * bsize
}

/** Removes what may or may not be there. */
export function removeQuietly(path: string): void {
  rmSync(path, { recursive: true, force: true })
}
