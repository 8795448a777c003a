import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../platform/database/index.ts'
import { keepSealHead, readSealHeads, sealHeadsPath } from '../platform/log/seal-heads.ts'
import { readSealKey, sealKeyPath } from '../platform/log/seal-key.ts'
import { keyFile, type Manifest } from './backup-manifest.ts'

/**
 * What verifying needs of the seals. The key goes along when it lies in DATA_DIR beside the database anyway; one that was put
 * elsewhere (SEAL_KEY_FILE) was meant to be kept apart, and stays so. Read before the rows: heads must not be newer than they.
 */
export function readSealFiles(
  dataDir: string,
  database: string,
): { readonly key: Buffer | null; readonly facts: Manifest['seal'] } {
  const keyPath = sealKeyPath(dataDir)
  const key = readSealKey(keyPath)
  const isApart = path.resolve(keyPath) !== path.resolve(sealKeyPath(dataDir, ''))
  const heads = Object.fromEntries(readSealHeads(sealHeadsPath(keyPath), database))
  return {
    key: isApart ? null : key,
    facts: {
      key: key === null ? 'none' : isApart ? 'apart' : 'inside',
      fingerprint: key === null ? null : fingerprintOf(key),
      heads,
    },
  }
}

export function writeKey(file: string, key: Buffer): void {
  writeFileSync(file, `${key.toString('base64url')}\n`, { mode: 0o600, flush: true })
}

/**
 * Puts key and heads where the program will look for them. StartFailure when the right key is nowhere: with another one every
 * seal would look forged. `withoutKey` restores all the same.
 */
export function restoreSealFiles(
  folder: string,
  seal: Manifest['seal'],
  target: { readonly dataDir: string; readonly database: string; readonly withoutKey: boolean },
): { readonly key: 'restored' | 'was there' | 'missing' | 'none'; readonly lost: string | null } {
  const keyPath = sealKeyPath(target.dataDir)
  const key = placeKey(folder, seal, keyPath, target.withoutKey)
  const headsPath = sealHeadsPath(keyPath)
  // Seals made after the backup are lost with their rows; what is known of them is kept for whoever asks.
  const lost = setAside(headsPath, target.database)
  for (const [orgId, newest] of Object.entries(seal.heads))
    keepSealHead(headsPath, target.database, orgId, newest)
  return { key, lost }
}

function placeKey(
  folder: string,
  { fingerprint, key }: Manifest['seal'],
  keyPath: string,
  withoutKey: boolean,
): 'restored' | 'was there' | 'missing' | 'none' {
  if (fingerprint === null) return 'none'
  const standing = readSealKey(keyPath)
  if (standing !== null && fingerprintOf(standing) === fingerprint) return 'was there'
  if (standing !== null && !withoutKey) throw otherKey(keyPath)
  if (standing === null && key === 'inside') {
    mkdirSync(path.dirname(keyPath), { recursive: true, mode: 0o700 })
    const unfinished = `${keyPath}.${process.pid}`
    writeFileSync(unfinished, readFileSync(keyFile(folder)), { mode: 0o600, flush: true })
    linkSync(unfinished, keyPath)
    rmSync(unfinished)
    return 'restored'
  }
  if (!withoutKey) throw keyMissing(keyPath)
  return 'missing'
}

function setAside(headsPath: string, database: string): string | null {
  if (!existsSync(headsPath) || readSealHeads(headsPath, database).size === 0) return null
  const aside = `${headsPath}.before-restore-${Date.now()}`
  const all = JSON.parse(readFileSync(headsPath, 'utf8')) as Record<string, unknown>
  renameSync(headsPath, aside)
  const others = Object.fromEntries(Object.entries(all).filter(([name]) => name !== database))
  writeFileSync(headsPath, `${JSON.stringify(others, null, 2)}\n`, { mode: 0o600, flush: true })
  return aside
}

export function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('yinuo seal key').update(key).digest('hex')
}

function keyMissing(keyPath: string): StartFailure {
  return new StartFailure(
    `备份里没有封印密钥（当时另存），${keyPath} 也没有；请用 SEAL_KEY_FILE 指定当时的密钥，确实丢失则加 --without-key（旧封印将无法核对）。`,
    `The backup holds no seal key (it was kept apart) and there is none at ${keyPath}. Set SEAL_KEY_FILE, or add --without-key if it is lost (old seals cannot be verified then).`,
  )
}

function otherKey(keyPath: string): StartFailure {
  return new StartFailure(
    `${keyPath} 是另一把封印密钥，不是这份备份的；请用 SEAL_KEY_FILE 指定对的那把，或先把它移开。`,
    `${keyPath} is another seal key than the one of this backup. Set SEAL_KEY_FILE to the right one, or move this one away.`,
  )
}
