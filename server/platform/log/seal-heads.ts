import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The newest seal of an organisation as it stands outside the database. */
export type NewestSeal = { readonly number: number; readonly mac: string }
/** By database and organisation: real and demo share a data directory. */
type SealHeads = Readonly<Record<string, Readonly<Record<string, NewestSeal>>>>

/** Beside the key, so that cutting the last seals shows: the seals that are left would still agree with each other. */
export function sealHeadsPath(keyPath: string): string {
  return join(dirname(keyPath), 'seal-heads.json')
}

/** What is known of the organisations of one database; nothing when the file does not exist yet. */
export function readSealHeads(path: string, database: string): ReadonlyMap<string, NewestSeal> {
  return new Map(Object.entries(readAll(path)[database] ?? {}))
}

export function keepSealHead(
  path: string,
  database: string,
  orgId: string,
  newest: NewestSeal,
): void {
  const all = readAll(path)
  writeAll(path, { ...all, [database]: { ...all[database], [orgId]: newest } })
}

/**
 * A demo made anew begins its log anew: what was known of the demo before it no longer counts as missing. The organisations
 * of every other database stay known, so that a real one that is gone is still found out.
 */
export function forgetSealHeads(path: string, database: string): void {
  const { [database]: forgotten, ...others } = readAll(path)
  if (forgotten !== undefined) writeAll(path, others)
}

function writeAll(path: string, next: SealHeads): void {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(unfinished, path)
}

function readAll(path: string): SealHeads {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SealHeads
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
