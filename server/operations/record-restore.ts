import { createPool, withOrg } from '../platform/database/index.ts'
import { chain, NO_EVENTS } from '../platform/log/chain.ts'
import { sealedOrganisations } from '../platform/log/seal-store.ts'
import type { Manifest } from './backup-manifest.ts'

/**
 * Says in the log of every organisation that it was brought back, and to which moment: what happened between then and now is
 * missing, and whoever reads the log must see that and not take it for silence (SYS-02).
 */
export async function recordRestore(
  appUrl: string,
  { madeAt: backupMadeAt, version }: Manifest,
): Promise<void> {
  const pool = createPool(appUrl, { max: 1 })
  try {
    for (const orgId of await sealedOrganisations(pool)) {
      await withOrg(pool, orgId, async (_db, query) => {
        const [row] = await query<Row>(STANDING, [orgId])
        if (row === undefined) throw new Error(`organisation ${orgId} is not there`)
        const { seq, hash, at, real_at: realAt } = row
        const head = seq === null || hash === null ? NO_EVENTS : { seq, hash }
        const { rows } = chain(
          { orgId, id: orgId, noun: 'organisation', head },
          [{ type: 'restored', data: { backupMadeAt, version }, at: at.toString(), by: null }],
          realAt.toString(),
        )
        await query('select write_events($1, $2)', [orgId, JSON.stringify(rows)])
      })
    }
  } finally {
    await pool.end()
  }
}

type Row = {
  readonly seq: number | null
  readonly hash: Buffer | null
  readonly at: Temporal.Instant
  readonly real_at: Temporal.Instant
}

const STANDING = `select e.seq, e.hash, business_now(o.org_id) as at, clock_timestamp() as real_at
  from organisation o left join lateral (
    select seq, hash from event where org_id = o.org_id and stream_id = o.org_id order by seq desc limit 1
  ) e on true
  where o.org_id = $1`
