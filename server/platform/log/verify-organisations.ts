import type { Pool } from 'pg'
import type { Playbook } from '@yinuo/domain'
import { readOrg } from '../database/index.ts'
import { readSealHeads, sealHeadsPath } from './seal-heads.ts'
import { readSealKey } from './seal-key.ts'
import { databaseName, sealedOrganisations } from './seal-store.ts'
import type { Report } from './verify-finding.ts'
import { isUnsealed, verifySeals } from './verify-seals.ts'
import { liftTimeLimit } from './verify-store.ts'
import { type StreamCounts, verifyStreams } from './verify-streams.ts'

export type VerifyCounts = StreamCounts & { organisations: number; seals: number }

/**
 * Holds the whole log of a database against itself, the state rows and the seals, each organisation at one moment and as
 * yinuo_app, so that the program may go on working. `keyPath` is where the seal's key lies (`sealKeyPath`).
 */
export async function verifyOrganisations(
  pool: Pool,
  keyPath: string,
  playbooks: readonly Playbook[],
  report: Report,
): Promise<VerifyCounts> {
  const total: VerifyCounts = {
    organisations: 0,
    streams: 0,
    events: 0,
    values: 0,
    erased: 0,
    replayed: 0,
    seals: 0,
  }
  const key = readSealKey(keyPath)
  // Before the organisations: one founded meanwhile is then no gap in the file.
  const newest = readSealHeads(sealHeadsPath(keyPath), await databaseName(pool))
  const organisations = await sealedOrganisations(pool)
  for (const orgId of newest.keys()) {
    if (organisations.includes(orgId)) continue
    const nowhere = { noun: null, streamId: null, seq: null, detail: '' }
    report({ code: 'organisation-missing', orgId, ...nowhere })
  }
  for (const orgId of organisations) {
    await readOrg(pool, orgId, async (_db, query) => {
      await liftTimeLimit(query)
      const sealed = await verifySeals({ query, orgId, key, newest: newest.get(orgId), report })
      const seen: Parameters<typeof verifyStreams>[0]['seen'] = (event) => {
        if (!isUnsealed(event, sealed)) return
        const { stream_id: streamId, seq, noun } = event
        report({ code: 'unsealed', orgId, noun, streamId, seq, detail: event.real_at.toString() })
      }
      const counts = await verifyStreams({ query, orgId, playbooks, report, seen })
      total.organisations += 1
      total.seals += sealed.seals
      for (const name of Object.keys(counts) as (keyof StreamCounts)[]) total[name] += counts[name]
    })
  }
  return total
}
