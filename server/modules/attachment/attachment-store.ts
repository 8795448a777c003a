import type { Pool } from 'pg'
import type { AttachmentId, ComplaintId, OrgId, UserId } from '@yinuo/domain'
import { readOrg, withOrg } from '../../platform/database/index.ts'

export type AttachmentRow = {
  readonly attachment_id: AttachmentId
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: Buffer
  readonly uploaded_by: UserId
  readonly complaint_id: ComplaintId | null
}

const COLUMNS = 'attachment_id, name, type, size, sha256, uploaded_by, complaint_id'

export async function findAttachment(
  pool: Pool,
  orgId: OrgId,
  id: AttachmentId,
): Promise<AttachmentRow | null> {
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query<AttachmentRow>(
      `select ${COLUMNS} from attachment where org_id = $1 and attachment_id = $2`,
      [orgId, id],
    ),
  )
  return rows[0] ?? null
}

export type KeptUpload = { readonly input_hash: Buffer; readonly subject_id: AttachmentId }

export async function findUpload(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
  key: string,
): Promise<KeptUpload | null> {
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query<KeptUpload>(
      'select input_hash, subject_id from idempotency where org_id = $1 and user_id = $2 and key = $3',
      [orgId, userId, key],
    ),
  )
  return rows[0] ?? null
}

/** False, and nothing is written, when the key was used in the meantime. */
export async function insertAttachment(
  pool: Pool,
  orgId: OrgId,
  row: Omit<AttachmentRow, 'complaint_id'>,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<boolean> {
  return withOrg(pool, orgId, async (_db, query) => {
    const kept = await query<{ key: string }>(
      `insert into idempotency (org_id, user_id, key, input_hash, status, subject_id, version)
       values ($1, $2, $3, $4, 200, $5, 1) on conflict do nothing returning key`,
      [orgId, row.uploaded_by, call.key, call.inputHash, row.attachment_id],
    )
    if (kept.length === 0) return false
    await query(
      `insert into attachment (org_id, attachment_id, name, type, size, sha256, uploaded_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [orgId, row.attachment_id, row.name, row.type, row.size, row.sha256, row.uploaded_by],
    )
    return true
  })
}

/** False when it is not his, is bound elsewhere already, or does not exist; binding twice to the same is fine. */
export async function updateComplaintOfAttachment(
  pool: Pool,
  orgId: OrgId,
  id: AttachmentId,
  uploadedBy: UserId,
  complaintId: ComplaintId,
): Promise<boolean> {
  const rows = await withOrg(pool, orgId, (_db, query) =>
    query<{ attachment_id: string }>(
      `update attachment set complaint_id = $4
       where org_id = $1 and attachment_id = $2 and uploaded_by = $3
         and (complaint_id is null or complaint_id = $4)
       returning attachment_id`,
      [orgId, id, uploadedBy, complaintId],
    ),
  )
  return rows.length > 0
}
