import type { AttachmentId } from '@yinuo/domain'
import type { Download } from '../../platform/http/handler.ts'
import { notFound, ProblemError } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { findAttachment } from './attachment-store.ts'
import type { AttachmentPorts } from './ports.ts'

/** The bytes, for whoever may see the complaint they hang on; before that, for the uploader alone. Else: not found. */
export async function downloadAttachment(
  ports: AttachmentPorts,
  principal: Principal,
  id: AttachmentId,
): Promise<Download> {
  const { pool, files } = ports
  const row = await findAttachment(pool, principal.orgId, id)
  if (row === null) throw notFound()
  const allowed =
    row.complaint_id === null
      ? row.uploaded_by === principal.actor.id
      : await ports.mayRead(principal, row.complaint_id)
  if (!allowed) throw notFound()
  const download = await files.read(principal.orgId, id)
  if (download === null)
    throw new ProblemError('unavailable', {
      message: '附件的登记还在，文件却不在磁盘上。请告诉管理员从备份中恢复附件目录。',
    })
  return { download, type: row.type, fileName: row.name }
}
