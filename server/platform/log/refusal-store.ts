import { randomUUIDv7 } from 'node:crypto'
import type { Pool } from 'pg'
import type { UnmetGate } from '@yinuo/domain'
import { withOrg } from '../database/index.ts'
import type { Principal } from '../http/principal.ts'

/** A refused attempt, outside all streams: what was tried, by whom, every unmet gate (SYS-02, ROLE-22). */
export async function recordRefusal(
  pool: Pool,
  principal: Principal,
  noun: string,
  command: string,
  subjectId: string | null,
  gates: readonly UnmetGate[],
): Promise<void> {
  await withOrg(pool, principal.orgId, (_db, query) =>
    query(
      `insert into refusal (org_id, refusal_id, noun, subject_id, actor_id, command, unmet, business_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        principal.orgId,
        randomUUIDv7(),
        noun,
        subjectId,
        principal.actor.id,
        command,
        JSON.stringify(gates),
        principal.now,
      ],
    ),
  )
}
