import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** The secret in `path`, made at first use: 192 random bits as URL-safe text, readable by its owner only. */
export function secretIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const secret = randomBytes(24).toString('base64url')
  // Renamed into place: a kill between open and write would otherwise leave an empty password behind for good.
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, `${secret}\n`, { mode: 0o600, flush: true })
  renameSync(unfinished, path)
  return secret
}
