import { AttachmentFiles } from '../modules/attachment/index.ts'
import { listedAttachments, readListed } from './attachment-list.ts'
import { readManifest } from './backup-manifest.ts'

/**
 * Copies every listed attachment beside the rows. What the previous backup to the same disk holds is shared with it, not copied:
 * an attachment never changes. Resolves to the ids of those that are missing or damaged; the backup goes on without them.
 */
export async function backUpAttachments(
  list: string,
  dataDir: string,
  folder: string,
  previous: string | undefined,
): Promise<string[]> {
  const from = new AttachmentFiles(dataDir)
  const to = new AttachmentFiles(folder)
  const before = previous === undefined ? undefined : new AttachmentFiles(previous)
  const damagedBefore = new Set(previous && readManifest(previous).attachments.damaged)
  const damaged: string[] = []
  for await (const listed of listedAttachments(list)) {
    const { orgId, id } = listed
    const isShared =
      before !== undefined && !damagedBefore.has(id) && (await to.linkFrom(before, orgId, id))
    if (isShared) continue
    const bytes = await readListed(from, listed)
    if (bytes === null) damaged.push(id)
    else await to.write(orgId, id, bytes)
  }
  return damaged
}
