import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import { keepSealHead, readSealHeads, sealHeadsPath } from './seal-heads.ts'
import { ensureSealKey, sealKeyPath } from './seal-key.ts'
import { sealOrganisation } from './seal-organisation.ts'
import { databaseName, sealedOrganisations } from './seal-store.ts'

const HOUR_MS = 3_600_000

/**
 * Seals every organisation every hour, and at start and stop if something is unsealed (architecture §3). A failure is logged
 * and made up for an hour later; only a key that cannot be used keeps the program from starting. Returns what stops it.
 */
export function startSealing(
  pool: Pool,
  dataDir: string,
  logger: Logger,
  intervalMs = HOUR_MS,
): () => Promise<void> {
  const keyPath = sealKeyPath(dataDir)
  const key = ensureSealKey(keyPath)
  const stopping = new AbortController()
  const round = async (): Promise<void> => {
    try {
      await sealAll(pool, { key, headsPath: sealHeadsPath(keyPath) }, logger)
    } catch (error) {
      logger.error({ err: error }, 'sealing the log failed; trying again within the hour')
    }
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round()
      const nap = { signal: stopping.signal, ref: false }
      await sleep(intervalMs, undefined, nap).catch(() => undefined)
    }
    await round()
  })()
  return async () => {
    stopping.abort()
    await running
  }
}

export type SealFiles = { readonly key: Buffer; readonly headsPath: string }

/** One round over all organisations. */
export async function sealAll(pool: Pool, files: SealFiles, logger: Logger): Promise<void> {
  const database = await databaseName(pool)
  for (const orgId of await sealedOrganisations(pool)) {
    try {
      await sealOne(pool, files, database, orgId, logger)
    } catch (error) {
      logger.error({ err: error, orgId }, 'sealing an organisation failed')
    }
  }
}

async function sealOne(
  pool: Pool,
  { key, headsPath }: SealFiles,
  database: string,
  orgId: OrgId,
  logger: Logger,
): Promise<void> {
  const known = readSealHeads(headsPath, database).get(orgId)
  const result = await sealOrganisation(pool, key, orgId, known)
  if (result === null) return
  const { previous, made } = result
  const found = previous?.number ?? 0
  if (known !== undefined && known.number > found)
    logger.error({ orgId, known: known.number, found }, 'seals are missing; run npm run verify-log')
  // The program may have been killed between commit and file: what stands in the database is then caught up with.
  const newest = made ?? previous
  if (newest === null || newest.number <= (known?.number ?? 0)) return
  const mac = newest.mac.toString('hex')
  keepSealHead(headsPath, database, orgId, { number: newest.number, mac })
}
