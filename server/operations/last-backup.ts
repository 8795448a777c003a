import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BackupKind } from './backup-manifest.ts'

export type LastBackup = {
  /** By the database's clock. */
  readonly at: string
  readonly folder: string
}
type LastBackups = Readonly<Partial<Record<BackupKind, LastBackup>>>

const fileIn = (dataDir: string): string => path.join(dataDir, 'last-backup.json')

/** When this data directory was last backed up, and where to; null when never. */
export function lastBackupOf(dataDir: string, kind: BackupKind): LastBackup | null {
  return readAll(dataDir)[kind] ?? null
}

export function keepLastBackup(dataDir: string, kind: BackupKind, last: LastBackup): void {
  const unfinished = `${fileIn(dataDir)}.${process.pid}`
  const text = JSON.stringify({ ...readAll(dataDir), [kind]: last }, null, 2)
  writeFileSync(unfinished, `${text}\n`, { mode: 0o600 })
  renameSync(unfinished, fileIn(dataDir))
}

function readAll(dataDir: string): LastBackups {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as LastBackups
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
