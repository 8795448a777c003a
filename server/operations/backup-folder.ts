import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { StartFailure } from '../platform/database/index.ts'
import { type BackupKind, readManifest } from './backup-manifest.ts'
import { flushToDisk } from './copy-rows.ts'

const UNFINISHED = 'unfinished-'
const NAME = /^yinuo(-demo)?-\d{8}T\d{6}Z(-\d+)?$/

/**
 * A folder to write a backup into. It gets the name of a backup only when it is finished; a killed one keeps its other name
 * and is cleared away by the next backup to the same place.
 */
export function openUnfinished(to: string): string {
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 })
    clearLeftovers(to)
    const folder = path.join(to, `${UNFINISHED}${hostname()}-${process.pid}`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(path.join(folder, 'tables'), { recursive: true, mode: 0o700 })
    return folder
  } catch (error) {
    throw new StartFailure(
      `不能在 ${to} 写备份（${(error as Error).message}），请用 --to 指定可写的文件夹。`,
      `Cannot write a backup into ${to} (${(error as Error).message}). Name a folder with --to.`,
      { cause: error },
    )
  }
}

/** Gives it its name: `yinuo-20261121T234000Z`. Resolves to the path. */
export async function finish(
  unfinished: string,
  kind: BackupKind,
  madeAt: string,
): Promise<string> {
  const to = path.dirname(unfinished)
  const stamp = madeAt.replace(/\.\d+/, '').replaceAll(/[-:]/g, '')
  const name = `yinuo${kind === 'demo' ? '-demo' : ''}-${stamp}`
  let folder = path.join(to, name)
  for (let further = 2; existsSync(folder); further += 1)
    folder = path.join(to, `${name}-${further}`)
  await flushToDisk(path.join(unfinished, 'tables'))
  await flushToDisk(unfinished)
  renameSync(unfinished, folder)
  await flushToDisk(to)
  return folder
}

/** Finished backups of one kind in a folder, newest first. */
export function backupsIn(to: string, kind: BackupKind): readonly string[] {
  if (!existsSync(to)) return []
  return readdirSync(to)
    .filter((name) => NAME.test(name) && name.startsWith('yinuo-demo-') === (kind === 'demo'))
    .map((name) => path.join(to, name))
    .filter((folder) => isBackup(folder))
    .toSorted((a, b) => (a < b ? 1 : -1))
}

export type Keep = {
  /** So many of the newest … */
  readonly newest: number
  /** … and the last one of each of so many days before. */
  readonly days: number
}

/** Removes the others; returns what went. */
export function removeOldBackups(to: string, kind: BackupKind, keep: Keep): readonly string[] {
  const all = backupsIn(to, kind)
  const lastOfDay = new Map(all.toReversed().map((folder) => [dayOf(folder), folder]))
  const days = [...lastOfDay.keys()].toSorted().toReversed().slice(0, keep.days)
  const kept = new Set([...all.slice(0, keep.newest), ...days.map((day) => lastOfDay.get(day))])
  const old = all.filter((folder) => !kept.has(folder))
  for (const folder of old) rmSync(folder, { recursive: true, force: true })
  return old
}

function dayOf(folder: string): string {
  return /\d{8}(?=T)/.exec(path.basename(folder))?.[0] ?? ''
}

function isBackup(folder: string): boolean {
  try {
    readManifest(folder)
    return true
  } catch {
    return false
  }
}

/** Another machine may be writing to the same place; a day later it is not. */
const LEFT_BEHIND_MS = 24 * 3_600_000

function clearLeftovers(to: string): void {
  const ours = `${UNFINISHED}${hostname()}-`
  for (const name of readdirSync(to)) {
    if (!name.startsWith(UNFINISHED)) continue
    const folder = path.join(to, name)
    const isDead = name.startsWith(ours) && !isAlive(Number(name.slice(ours.length)))
    const age = Date.now() - statSync(folder).mtimeMs
    if (isDead || age > LEFT_BEHIND_MS) rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
