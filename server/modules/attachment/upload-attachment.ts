import { createHash, randomUUIDv7 } from 'node:crypto'
import { ATTACHMENT_TYPES } from '@yinuo/contract'
import type { AttachmentId } from '@yinuo/domain'
import { notFound, ProblemError } from '../../platform/http/problem.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { findAttachment, findUpload, insertAttachment } from './attachment-store.ts'
import { displayName } from './display-name.ts'
import type { AttachmentPorts } from './ports.ts'
import { type AttachmentType, recogniseType } from './recognise-type.ts'

export type Uploaded = {
  readonly id: AttachmentId
  readonly name: string
  readonly type: AttachmentType
  readonly size: number
}

const REFUSED =
  '这种文件不能作附件。可以上传：图片（JPG、PNG、WebP、GIF）、PDF、录音（MP3、WAV、M4A、AMR）。文件内容与扩展名不符的也不收。'

/** Keeps a picture, PDF or recording of at most 20 MB (SYS-11). It belongs to nobody's case until it is bound. */
export async function uploadAttachment(
  { pool, files }: AttachmentPorts,
  principal: Principal,
  upload: { readonly name: string; readonly bytes: Buffer },
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<Uploaded> {
  const { orgId, actor } = principal
  const before = await answerAgain({ pool }, principal, call)
  if (before !== null) return before
  if (upload.bytes.length === 0)
    throw new ProblemError('invalid', { message: '文件是空的，没有上传。' })
  const type = recogniseType(upload.bytes)
  if (type === null) throw new ProblemError('unsupported', { message: REFUSED })

  const id: AttachmentId = randomUUIDv7()
  const name = displayName(upload.name, type)
  const size = upload.bytes.length
  // The file first: a row without its file would be a lie, a file without its row is only lost room.
  await files.write(orgId, id, upload.bytes)
  try {
    const sha256 = createHash('sha256').update(upload.bytes).digest()
    const row = { attachment_id: id, name, type, size, sha256, uploaded_by: actor.id }
    if (await insertAttachment(pool, orgId, row, call)) return { id, name, type, size }
  } catch (error) {
    await files.remove(orgId, id)
    throw error
  }
  await files.remove(orgId, id)
  const twin = await answerAgain({ pool }, principal, call)
  if (twin === null) throw new Error('the key vanished between two looks')
  return twin
}

/** The same key with the same bytes is the same upload, sent again because its answer was lost. */
async function answerAgain(
  { pool }: Pick<AttachmentPorts, 'pool'>,
  { orgId, actor }: Principal,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<Uploaded | null> {
  const kept = await findUpload(pool, orgId, actor.id, call.key)
  if (kept === null) return null
  if (!kept.input_hash.equals(call.inputHash)) throw new ProblemError('key-reused')
  const row = await findAttachment(pool, orgId, kept.subject_id)
  if (row === null) throw notFound()
  const type = ATTACHMENT_TYPES.find((one) => one === row.type)
  if (type === undefined) throw new Error(`unknown type of attachment ${row.attachment_id}`)
  return { id: row.attachment_id, name: row.name, type, size: row.size }
}
