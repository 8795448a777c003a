import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  lstatSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { dataDirFailure, removeQuietly } from '../data-directory.ts'
import { secretIn } from '../secret-file.ts'
import { StartFailure } from '../start-failure.ts'
import type { Binaries } from './binaries.ts'
import { canEnter, type DatabaseAccount } from './database-account.ts'

export const ADMIN_ROLE = 'yinuo_admin'
const MAJOR_VERSION = '18'

/** A PostgreSQL data directory that exists, and the password of its administrator. */
export interface Cluster {
  readonly folder: string
  readonly adminPassword: string
}

/** Where the cluster of a data directory is found; may be a link (see `placeFor`). */
export function clusterPath(dataDir: string): string {
  return join(dataDir, 'postgres')
}

/** Opens the cluster of a data directory, or makes it (1 s). Refuses another major version or owner. */
export function openCluster(
  dataDir: string,
  account: DatabaseAccount,
  binaries: Binaries,
): Cluster {
  const path = clusterPath(dataDir)
  const passwordFile = join(dataDir, 'postgres.password')
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) {
    refuseUnusable(dataDir, path, passwordFile, account)
    return { folder: realpathSync(path), adminPassword: secretIn(passwordFile) }
  }
  try {
    removeUnfinished(dataDir)
    const adminPassword = secretIn(passwordFile)
    const place = placeFor(dataDir, account)
    initialise(place, adminPassword, account, binaries, dataDir)
    if (place !== path) symlinkSync(place, path)
    return { folder: realpathSync(path), adminPassword }
  } catch (error) {
    throw dataDirFailure(dataDir, error)
  }
}

/** Root's user cannot pass a 0700 home: then the cluster lies under /var/lib and DATA_DIR holds a link to it. */
function placeFor(dataDir: string, account: DatabaseAccount): string {
  if (canEnter(account, dataDir)) return clusterPath(dataDir)
  const folder = '/var/lib/yinuo/clusters'
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    if (canEnter(account, folder)) return join(folder, randomUUID())
  } catch {
    // A read-only system: say the same as when it cannot be entered.
  }
  throw new StartFailure(
    `以 root 运行时，数据库用户 ${account.name} 进不了数据目录 ${dataDir}，请用 DATA_DIR 指定它能进入的目录（如 /srv/yinuo）。`,
    `Run as root, the database user ${account.name} cannot enter data directory ${dataDir}. Set DATA_DIR to one it can enter (such as /srv/yinuo).`,
  )
}

function refuseUnusable(
  dataDir: string,
  path: string,
  passwordFile: string,
  account: DatabaseAccount,
): void {
  const folder = statSync(path, { throwIfNoEntry: false })
  const version = folder && readIfThere(join(path, 'PG_VERSION'))
  if (version === undefined || !existsSync(passwordFile)) {
    throw new StartFailure(
      `数据目录 ${dataDir} 里的数据库不完整，请从备份恢复，或用 DATA_DIR 指定一个空目录。`,
      `The database in ${dataDir} is incomplete. Restore a backup, or set DATA_DIR to an empty directory.`,
    )
  }
  if (version !== MAJOR_VERSION) {
    throw new StartFailure(
      `数据目录 ${dataDir} 属于 PostgreSQL ${version}，本程序带的是 ${MAJOR_VERSION}，请用原来的版本备份后再恢复到空目录。`,
      `Data directory ${dataDir} belongs to PostgreSQL ${version}; this program brings ${MAJOR_VERSION}. Back it up with the old version and restore into an empty directory.`,
    )
  }
  const uid = account.ids?.uid ?? process.getuid?.()
  if (uid !== undefined && folder?.uid !== uid) {
    throw new StartFailure(
      `数据目录 ${dataDir} 里的数据库属于另一个系统用户（uid ${folder?.uid}），请换那个用户启动，或用 DATA_DIR 指定另一个目录。`,
      `The database in ${dataDir} belongs to another system user (uid ${folder?.uid}). Start as that user, or set DATA_DIR to another directory.`,
    )
  }
}

const UNFINISHED = 'unfinished-'

/** What a kill during the first start left behind. */
function removeUnfinished(dataDir: string): void {
  const left = readdirSync(dataDir).filter((name) => name.startsWith(UNFINISHED))
  for (const name of left) removeQuietly(join(dataDir, name))
}

/** Makes the cluster beside its place and renames it there: killed half-way, it is simply made again. */
function initialise(
  place: string,
  password: string,
  account: DatabaseAccount,
  binaries: Binaries,
  dataDir: string,
): void {
  const unfinished = mkdtempSync(join(dirname(place), UNFINISHED))
  try {
    const cluster = join(unfinished, 'cluster')
    const passwordFile = join(unfinished, 'password')
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (account.ids !== undefined) {
      chownSync(passwordFile, account.ids.uid, account.ids.gid)
      chownSync(unfinished, account.ids.uid, account.ids.gid)
    }
    const options = [
      '-D',
      cluster,
      '-U',
      ADMIN_ROLE,
      '--pwfile',
      passwordFile,
      '--auth=scram-sha-256',
    ]
    // The builtin locale sorts by code point, the same on every system and after every system upgrade.
    const locale = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]
    const made = spawnSync(binaries.initdb, [...options, ...locale], {
      ...account.ids,
      cwd: unfinished,
      env: databaseEnvironment(),
      encoding: 'utf8',
    })
    if (made.status !== 0) throw initFailure(made.error?.message ?? made.stderr, dataDir)
    renameSync(cluster, place)
  } finally {
    removeQuietly(unfinished)
  }
}

function initFailure(stderr: string, dataDir: string): StartFailure {
  if (/No space left|Disk quota/i.test(stderr)) {
    return dataDirFailure(dataDir, Object.assign(new Error(stderr), { code: 'ENOSPC' }))
  }
  if (stderr.includes('could not look up effective user ID')) {
    return new StartFailure(
      `本机没有当前用户（uid ${process.getuid?.()}）的登记，数据库无法创建，请在 /etc/passwd 中登记它，或设置 DATABASE_URL。`,
      `The current user (uid ${process.getuid?.()}) has no entry in /etc/passwd, which the database needs. Add one, or set DATABASE_URL.`,
    )
  }
  const why = stderr.split('\n').find((line) => line.includes('error')) ?? stderr.slice(0, 200)
  return new StartFailure(
    `无法在 ${dataDir} 创建数据库（${why}），请检查该目录，或设置 DATABASE_URL。`,
    `Cannot create the database in ${dataDir} (${why}). Check that directory, or set DATABASE_URL.`,
  )
}

/** Ours, not the caller's: a PGPORT, LC_ALL or TZ lying about must not change the database. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' }
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined
}
