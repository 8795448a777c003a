import { AttachmentFiles } from '../modules/attachment/index.ts'
import { readSealKey } from '../platform/log/seal-key.ts'
import { listedAttachments, readListed } from './attachment-list.ts'
import { attachmentList, keyFile, type Manifest, tableFile } from './backup-manifest.ts'
import { digestFile } from './copy-rows.ts'
import type { Digest } from './row-digest.ts'
import { fingerprintOf } from './seal-in-backup.ts'

/** Reads a whole backup and holds it against its manifest; resolves to what is wrong, one line each. */
export async function checkBackup(folder: string, manifest: Manifest): Promise<readonly string[]> {
  const faults: string[] = []
  for (const table of manifest.tables) {
    const fault = await faultOf(tableFile(folder, table.name), table)
    if (fault !== null) faults.push(`${table.name}：${fault}`)
  }
  const listFault = await faultOf(attachmentList(folder), manifest.attachments)
  if (listFault !== null) faults.push(`attachments：${listFault}`)
  else faults.push(...(await attachmentFaults(folder, manifest)))
  if (manifest.seal.key === 'inside') {
    const key = readSealKey(keyFile(folder))
    if (key === null || fingerprintOf(key) !== manifest.seal.fingerprint)
      faults.push('seal.key：缺少或不符')
  }
  return faults
}

export function isSame(one: Digest, other: Digest): boolean {
  return one.sha256 === other.sha256 && one.rows === other.rows && one.bytes === other.bytes
}

async function faultOf(file: string, expected: Digest): Promise<string | null> {
  try {
    return isSame(await digestFile(file), expected) ? null : '内容与校验和不符'
  } catch (error) {
    return `读不出来（${(error as Error).message}）`
  }
}

async function attachmentFaults(folder: string, manifest: Manifest): Promise<readonly string[]> {
  const files = new AttachmentFiles(folder)
  const known = new Set(manifest.attachments.damaged)
  const faults: string[] = []
  for await (const listed of listedAttachments(attachmentList(folder))) {
    if (known.has(listed.id) || (await readListed(files, listed)) !== null) continue
    faults.push(`attachment ${listed.id}：缺少或不符`)
  }
  return faults
}
