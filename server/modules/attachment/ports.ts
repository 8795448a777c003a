import type { Pool } from 'pg'
import type { ComplaintId } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import type { AttachmentFiles } from './attachment-files.ts'

export type AttachmentPorts = {
  readonly pool: Pool
  readonly files: AttachmentFiles
  /** Whether this person may see the complaint. */
  mayRead(principal: Principal, complaintId: ComplaintId): Promise<boolean>
}
