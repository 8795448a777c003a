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
import { ProblemError } from '../../platform/http/problem.ts'
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

export type AppendOutcome = 'ok' | 'replay' | 'key-reused' | 'stale' | 'clock' | 'session-ended'

export type AppendInput = {
  readonly orgId: OrgId
  readonly sessionId: string | null
  readonly userId: UserId
  readonly key: string
  readonly inputHash: Buffer
  readonly now: InstantText
  readonly expected: number
  readonly id: ComplaintId
  readonly complaint: object
  readonly events: readonly object[]
  readonly commitments: readonly object[]
  readonly tasks: readonly object[]
  readonly notices: readonly object[]
  readonly draftId: string | null
}

const APPEND =
  'select * from append_complaint($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)'

/** The one write of a command. A commitment that fired meanwhile counts as stale: load and judge again. */
export async function appendCase(
  pool: Pool,
  input: AppendInput,
): Promise<{
  readonly outcome: AppendOutcome
  readonly subjectId: string
  readonly version: number
}> {
  try {
    const [row] = await callFunction<{
      outcome: AppendOutcome
      subject_id: string
      version: number
    }>(pool, APPEND, [
      input.orgId,
      input.sessionId,
      input.userId,
      input.key,
      input.inputHash,
      input.now,
      input.expected,
      input.id,
      JSON.stringify(input.complaint),
      JSON.stringify(input.events),
      JSON.stringify(input.commitments),
      JSON.stringify(input.tasks),
      JSON.stringify(input.notices),
      input.draftId,
    ])
    if (row === undefined) throw new Error('append_complaint returned nothing')
    return { outcome: row.outcome, subjectId: row.subject_id, version: row.version }
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === 'YN001') return { outcome: 'stale', subjectId: input.id, version: 0 }
    // Named by its sender, and of another organisation or nowhere: both look alike.
    if (code === '23503' && constraint === 'complaint_org_id_customer_id_fkey')
      throw new ProblemError('invalid', {
        fields: [{ path: 'customerId', message: '没有这位客户' }],
      })
    throw error
  }
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
