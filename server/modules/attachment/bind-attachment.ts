import type { Pool } from 'pg'
import type { AttachmentId, ComplaintId, UserId } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { findAttachment, updateComplaintOfAttachment } from './attachment-store.ts'

export type AttachmentFacts = {
  readonly id: AttachmentId
  readonly name: string
  readonly type: string
  readonly size: number
  /** SHA-256 of the bytes, hexadecimal: what a confirmed scan is bound to. */
  readonly sha256: string
  readonly uploader: UserId
  /** Null until it is bound. */
  readonly complaintId: ComplaintId | null
}

/** What is known of an attachment of the principal's organisation; null when there is none. Asks no permission. */
export async function attachmentFacts(
  pool: Pool,
  principal: Pick<Principal, 'orgId'>,
  id: AttachmentId,
): Promise<AttachmentFacts | null> {
  const row = await findAttachment(pool, principal.orgId, id)
  if (row === null) return null
  return {
    id: row.attachment_id,
    name: row.name,
    type: row.type,
    size: row.size,
    sha256: row.sha256.toString('hex'),
    uploader: row.uploaded_by,
    complaintId: row.complaint_id,
  }
}

/**
 * Hangs one's own upload on a complaint, once and for all. False when it is somebody else's, another organisation's or bound
 * to another complaint: nobody smuggles a foreign file into a case that he may read.
 */
export async function bindAttachment(
  pool: Pool,
  { orgId, actor }: Pick<Principal, 'orgId' | 'actor'>,
  id: AttachmentId,
  complaintId: ComplaintId,
): Promise<boolean> {
  return updateComplaintOfAttachment(pool, orgId, id, actor.id, complaintId)
}
