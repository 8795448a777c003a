import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { AttachmentFiles } from '../modules/attachment/index.ts'
import { readRows } from './copy-rows.ts'

/** One attachment as the database knows it. */
export type ListedAttachment = {
  readonly orgId: string
  readonly id: string
  readonly size: number
  readonly sha256: string
}

export const LIST_ATTACHMENTS = `select org_id, attachment_id, size, encode(sha256, 'hex') from attachment order by org_id, attachment_id`

/** Goes through the list in a backup; any number of attachments in the same memory. */
export async function* listedAttachments(file: string): AsyncGenerator<ListedAttachment> {
  for await (const line of createInterface({ input: readRows(file), crlfDelay: Infinity })) {
    const [orgId = '', id = '', size = '', sha256 = ''] = line.split('\t')
    yield { orgId, id, size: Number(size), sha256 }
  }
}

/** The bytes (20 MB at most), or null when there are none or they are not those that were uploaded. */
export async function readListed(
  files: AttachmentFiles,
  listed: ListedAttachment,
): Promise<Buffer | null> {
  const stream = await files.read(listed.orgId, listed.id)
  if (stream === null) return null
  const bytes = Buffer.concat((await stream.toArray()) as Buffer[])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return bytes.length === listed.size && sha256 === listed.sha256 ? bytes : null
}
