import type { Pool } from 'pg'
import { before, type OrgId } from '@yinuo/domain'
import { withOrg } from '../database/index.ts'
import type { NewestSeal } from './seal-heads.ts'
import { NO_SEAL, sealMac } from './seal-mac.ts'
import {
  insertSeal,
  type LastSeal,
  lockSeals,
  readLastSeal,
  readMovedHeads,
  SEAL_OVERLAP,
} from './seal-store.ts'

/** More streams at once (an import, a first start) take several seals, so that none grows beyond some megabytes. */
const HEADS_PER_SEAL = 20_000

export type SealResult = {
  /** The newest seal before; null for the first time. */
  readonly previous: LastSeal | null
  /** The last of this time; null when nothing has moved. */
  readonly made: LastSeal | null
}

/**
 * Seals the heads of the streams that moved since the last seal. Null when another node is doing it at this moment. `known`,
 * the newest seal by the file, is what the next one follows even if it is gone from the database: the gap then stays for good.
 */
export async function sealOrganisation(
  pool: Pool,
  key: Buffer,
  orgId: OrgId,
  known: NewestSeal | undefined,
): Promise<SealResult | null> {
  return withOrg(pool, orgId, async (_db, query) => {
    if (!(await lockSeals(query, orgId))) return null
    const previous = await readLastSeal(query, orgId)
    const since = previous === null ? null : before(previous.sealedAt, SEAL_OVERLAP)
    let last = following(previous, known)
    let made: LastSeal | null = null
    for (;;) {
      const { now: sealedAt, heads } = await readMovedHeads(query, orgId, since, HEADS_PER_SEAL)
      if (heads.length === 0) return { previous, made }
      const number = last.number + 1
      const mac = sealMac(key, last.mac, { orgId, number, sealedAt, heads })
      made = { number, sealedAt, mac }
      await insertSeal(query, orgId, { ...made, heads })
      last = made
    }
  })
}

function following(
  previous: LastSeal | null,
  known: NewestSeal | undefined,
): Pick<LastSeal, 'number' | 'mac'> {
  const standing = previous ?? { number: 0, mac: NO_SEAL }
  if (known === undefined || known.number < standing.number) return standing
  return { number: known.number, mac: Buffer.from(known.mac, 'hex') }
}
