import pg, { type Pool } from 'pg'
import type { ComplaintId, InstantText, OrgId, UserId } from '@yinuo/domain'
import { callFunction } from '../../platform/database/index.ts'
import { GroupedCalls } from '../../platform/grouped-calls.ts'
import { ProblemError } from '../../platform/http/problem.ts'

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

export type Appended = {
  readonly outcome: AppendOutcome
  readonly subjectId: string
  readonly version: number
}

/** A call takes a few milliseconds; one that takes longer waits for a lock. */
const PATIENCE_MS = 25
const MOST = 16

/**
 * The one write of a command, one round trip and one commit; under load several commands share them (ADR 6). Each sees and
 * changes its own organisation only, whoever it travels with.
 */
export class CaseAppends {
  readonly #calls: GroupedCalls<AppendInput, Appended>

  constructor(pool: Pool) {
    this.#calls = new GroupedCalls({
      patienceMs: PATIENCE_MS,
      most: MOST,
      send: (inputs) => appendCases(pool, inputs),
      // An error PostgreSQL reports has rolled the statement back; of a broken connection nobody knows.
      isUndone: (error) => error instanceof pg.DatabaseError,
    })
  }

  /** A commitment that fired meanwhile counts as stale: load and judge again. */
  async append(input: AppendInput): Promise<Appended> {
    try {
      return await this.#calls.run(input)
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
}

type AppendedRow = { outcome: AppendOutcome; subject_id: string; version: number }

const APPEND_ONE =
  'select * from append_complaint($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)'
const APPEND_MANY = 'select * from append_complaints($1) order by item'

async function appendCases(
  pool: Pool,
  inputs: readonly AppendInput[],
): Promise<readonly Appended[]> {
  const [first] = inputs
  const rows =
    inputs.length === 1 && first !== undefined
      ? await callFunction<AppendedRow>(pool, APPEND_ONE, oneCommand(first))
      : await callFunction<AppendedRow>(pool, APPEND_MANY, [JSON.stringify(inputs.map(asItem))])
  if (rows.length !== inputs.length)
    throw new Error(`${inputs.length} commands appended, ${rows.length} answers`)
  return rows.map((row) => ({
    outcome: row.outcome,
    subjectId: row.subject_id,
    version: row.version,
  }))
}

function oneCommand(input: AppendInput): unknown[] {
  return [
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
  ]
}

function asItem(input: AppendInput, item: number): object {
  const { orgId, sessionId, userId, key, inputHash, now, draftId, ...rest } = input
  return {
    item,
    org: orgId,
    session: sessionId,
    author: userId,
    key,
    input: inputHash.toString('hex'),
    business: now,
    draft: draftId,
    ...rest,
  }
}
