import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartFailure } from '../database/index.ts'

const KEY_BYTES = 32

/**
 * Where the key lies: SEAL_KEY_FILE, so that it can be kept on another disk or shared by nodes, else DATA_DIR. Never in the
 * database: whoever owns that could otherwise seal what he rewrote.
 */
export function sealKeyPath(dataDir: string, named = process.env['SEAL_KEY_FILE']): string {
  return named === undefined || named === '' ? join(dataDir, 'seal.key') : named
}

/** Null when there is none. StartFailure when the file is no key of ours. */
export function readSealKey(path: string): Buffer | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw unusable(path, error)
  }
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== KEY_BYTES) throw unusable(path, new Error(`${key.length} bytes`))
  return key
}

/** The key, made at first use and readable by its owner only. Of two nodes starting at once both get the same one. */
export function ensureSealKey(path: string): Buffer {
  const standing = readSealKey(path)
  if (standing !== null) return standing
  const unfinished = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    const text = `${randomBytes(KEY_BYTES).toString('base64url')}\n`
    writeFileSync(unfinished, text, { mode: 0o600, flush: true })
    // Unlike a rename, a link never replaces the key another node has just made.
    linkSync(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unusable(path, error)
  } finally {
    rmSync(unfinished, { force: true })
  }
  const made = readSealKey(path)
  if (made === null) throw unusable(path, new Error('gone again'))
  return made
}

function unusable(path: string, cause: unknown): StartFailure {
  const why = (cause as Error).message
  return new StartFailure(
    `封印密钥 ${path} 不能用（${why}），请恢复原来的文件，或用 SEAL_KEY_FILE 指定它。`,
    `The seal key ${path} cannot be used (${why}). Restore the file, or set SEAL_KEY_FILE.`,
    { cause },
  )
}
