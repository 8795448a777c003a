import type { Pool } from 'pg'
import type { Principal } from '../../platform/http/principal.ts'
import { recordChange } from '../../platform/log/record-change.ts'

export type ExportCall = {
  readonly principal: Principal
  readonly key: string
  readonly inputHash: Buffer
}

/** Who took a list along, when, of what and how many rows: on his own stream, before the file is given (SYS-09, SYS-19). */
export async function recordExport(
  pool: Pool,
  call: ExportCall,
  exported: { readonly what: 'complaints' | 'customers' | 'figures'; readonly rows: number },
): Promise<void> {
  const { principal } = call
  const stream = { noun: 'person' as const, id: principal.actor.id, expectedVersion: null }
  await recordChange(pool, principal, call, stream, async () => [
    { type: 'exported', data: exported },
  ])
}
