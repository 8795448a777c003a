import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'

const FRESH_MS = 5_000

/** How many open cases each person has in hand; a hint for whom to hand over to, so a few seconds old is good enough. */
export class InHand {
  readonly #pool: Pool
  readonly #known = new Map<
    OrgId,
    { readonly counts: ReadonlyMap<string, number>; readonly readAt: number }
  >()
  readonly #reading = new Map<OrgId, Promise<ReadonlyMap<string, number>>>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async counts(orgId: OrgId): Promise<ReadonlyMap<string, number>> {
    const known = this.#known.get(orgId)
    if (known !== undefined && performance.now() - known.readAt < FRESH_MS) return known.counts
    const running = this.#reading.get(orgId) ?? this.#read(orgId)
    this.#reading.set(orgId, running)
    // Whoever has old counts takes them; nobody waits for a hint.
    return known?.counts ?? running
  }

  async #read(orgId: OrgId): Promise<ReadonlyMap<string, number>> {
    try {
      const rows = await readOrg(this.#pool, orgId, (_db, query) =>
        query<{ owner_id: string; count: number }>(
          'select owner_id, count(*) as count from complaint where org_id = $1 and closed_at is null group by owner_id',
          [orgId],
        ),
      )
      const counts = new Map(rows.map((row) => [row.owner_id, row.count]))
      this.#known.set(orgId, { counts, readAt: performance.now() })
      return counts
    } finally {
      this.#reading.delete(orgId)
    }
  }
}
