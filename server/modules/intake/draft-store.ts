import type { Pool } from 'pg'
import type { OrgId, UserId } from '@yinuo/domain'
import { readOrg, withOrg } from '../../platform/database/index.ts'

export type DraftRow = {
  readonly draft_id: string
  readonly owner_id: string
  readonly playbook: string
  readonly received_at: Temporal.Instant
  readonly saved_at: Temporal.Instant
  readonly revision: number
  readonly content: unknown
  readonly complaint_id: string | null
  readonly discarded_reason: string | null
}

/** The first keystroke. The same draft sent again changes nothing; somebody else's id is nobody's (false). */
export async function insertDraft(
  pool: Pool,
  orgId: OrgId,
  draft: { id: string; owner: UserId; playbook: string; content: object; now: string },
): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    query(
      `insert into intake_draft (org_id, draft_id, owner_id, playbook, received_at, saved_at, revision, content)
       values ($1, $2, $3, $4, $5, $5, 1, $6) on conflict (org_id, draft_id) do nothing`,
      [orgId, draft.id, draft.owner, draft.playbook, draft.now, JSON.stringify(draft.content)],
    ),
  )
}

/** Saves what is newer than what stands there; true when it was taken. An old tab never overwrites a newer one. */
export async function updateDraft(
  pool: Pool,
  orgId: OrgId,
  draft: { id: string; owner: UserId; revision: number; content: object; now: string },
): Promise<boolean> {
  const rows = await withOrg(pool, orgId, (_db, query) =>
    query(
      `update intake_draft set content = $4, revision = $5, saved_at = $6
       where org_id = $1 and draft_id = $2 and owner_id = $3 and revision < $5 and complaint_id is null and discarded_reason is null returning 1`,
      [orgId, draft.id, draft.owner, JSON.stringify(draft.content), draft.revision, draft.now],
    ),
  )
  return rows.length > 0
}

export async function readDraft(pool: Pool, orgId: OrgId, id: string): Promise<DraftRow | null> {
  const rows = await readOrg(pool, orgId, (db) =>
    db
      .selectFrom('intake_draft')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('draft_id', '=', id)
      .execute(),
  )
  return (rows[0] as DraftRow | undefined) ?? null
}

/** Own open drafts, and those of the given people that were begun before a moment. */
export async function readOpenDrafts(
  pool: Pool,
  orgId: OrgId,
  owner: UserId,
  others: readonly UserId[],
  begunBefore: string,
): Promise<readonly DraftRow[]> {
  return readOrg(pool, orgId, (_db, query) =>
    query<DraftRow>(
      `select * from intake_draft
       where org_id = $1 and complaint_id is null and discarded_reason is null
         and (owner_id = $2 or (owner_id = any($3) and received_at < $4))
       order by received_at limit 200`,
      [orgId, owner, others, begunBefore],
    ),
  )
}

export async function discardDraft(
  pool: Pool,
  orgId: OrgId,
  id: string,
  owner: UserId,
  reason: string,
): Promise<boolean> {
  const rows = await withOrg(pool, orgId, (_db, query) =>
    query(
      `update intake_draft set discarded_reason = $4 where org_id = $1 and draft_id = $2 and owner_id = $3 and complaint_id is null and discarded_reason is null returning 1`,
      [orgId, id, owner, reason],
    ),
  )
  return rows.length > 0
}

/** A draft that went into another case: emptied, and pointing there. */
export async function closeDraft(
  pool: Pool,
  orgId: OrgId,
  id: string,
  complaintId: string,
): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    query(
      `update intake_draft set complaint_id = $3, content = '{}' where org_id = $1 and draft_id = $2 and complaint_id is null`,
      [orgId, id, complaintId],
    ),
  )
}

export type RecentCase = {
  readonly complaint_id: string
  readonly number: string
  readonly customer_name: string
  readonly reason: string
  readonly received_at: Temporal.Instant
  readonly status: string
  readonly product: string | null
}

/** Cases of one customer received since a moment, for the question whether it is the same matter (SYS-16). */
export async function readRecentCases(
  pool: Pool,
  orgId: OrgId,
  customer: { id: string | null; name: string },
  since: string,
): Promise<readonly RecentCase[]> {
  const columns = `complaint_id, number, customer_name, reason, received_at, status, state -> 'forms' -> 'registration' -> 'values' ->> 'productName' as product`
  return readOrg(pool, orgId, (_db, query) =>
    query<RecentCase>(
      `select ${columns} from complaint
       where org_id = $1 and received_at >= $2 and closed_at is null and ((customer_id = $3 and $3 is not null) or ($4 <> '' and customer_name = $4))
       order by received_at desc limit 50`,
      [orgId, since, customer.id, customer.name],
    ),
  )
}
