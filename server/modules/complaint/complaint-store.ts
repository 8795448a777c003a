import type { Pool } from 'pg'
import type {
  Commitment,
  ComplaintId,
  ComplaintState,
  InstantText,
  OrgId,
  UserId,
} from '@yinuo/domain'
import { callFunction, readOrg } from '../../platform/database/index.ts'
import type { StreamHead } from '../../platform/log/chain.ts'

export type LoadedCommitment = { readonly state: Commitment; readonly head: StreamHead }
export type LoadedCase = {
  readonly state: ComplaintState
  readonly version: number
  readonly head: StreamHead
  readonly lastEventAt: InstantText
  /** All commitments of the case, settled ones too, by due time. */
  readonly commitments: readonly LoadedCommitment[]
}
export type KeptAnswer = { readonly inputHash: Buffer; readonly subjectId: string }

/** Everything a command on a case needs, in one round trip: the case, its commitments, an earlier answer to the same key. */
export async function loadCase(
  pool: Pool,
  orgId: OrgId,
  id: ComplaintId,
  repeat: { readonly userId: UserId; readonly key: string } | null,
): Promise<{ readonly found: LoadedCase | null; readonly kept: KeptAnswer | null }> {
  return readOrg(pool, orgId, async (_db, query) => {
    const [cases, commitments, kept] = await Promise.all([
      query<{
        state: ComplaintState
        version: number
        seq: number
        head_hash: Buffer
        last_event_at: Temporal.Instant
      }>(
        'select state, version, seq, head_hash, last_event_at from complaint where org_id = $1 and complaint_id = $2',
        [orgId, id],
      ),
      query<{ state: Commitment; seq: number; head_hash: Buffer }>(
        'select state, seq, head_hash from commitment where org_id = $1 and complaint_id = $2 order by due_at, commitment_id',
        [orgId, id],
      ),
      repeat === null || repeat.key === ''
        ? []
        : query<{ input_hash: Buffer; subject_id: string }>(
            'select input_hash, subject_id from idempotency where org_id = $1 and user_id = $2 and key = $3',
            [orgId, repeat.userId, repeat.key],
          ),
    ])
    const row = cases[0]
    const answer = kept[0]
    return {
      found:
        row === undefined
          ? null
          : {
              state: row.state,
              version: row.version,
              head: { seq: row.seq, hash: row.head_hash },
              lastEventAt: row.last_event_at.toString(),
              commitments: commitments.map((one) => ({
                state: one.state,
                head: { seq: one.seq, hash: one.head_hash },
              })),
            },
      kept:
        answer === undefined
          ? null
          : { inputHash: answer.input_hash, subjectId: answer.subject_id },
    }
  })
}

export async function drawNumbers(
  pool: Pool,
  orgId: OrgId,
  prefix: string,
  day: string,
  count: number,
): Promise<number> {
  const [row] = await callFunction<{ first: number }>(
    pool,
    'select draw_numbers($1, $2, $3, $4) as first',
    [orgId, prefix, day, count],
  )
  if (row === undefined) throw new Error('draw_numbers returned nothing')
  return row.first
}
