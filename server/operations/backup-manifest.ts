import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { StartFailure } from '../platform/database/index.ts'
import { flushToDisk } from './copy-rows.ts'

const FORMAT = 1
const MANIFEST = 'manifest.json'

const digest = { rows: z.int(), bytes: z.int(), sha256: z.string().length(64) }

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Of the program that made it. */
  version: z.string(),
  /** By the database's clock: everything committed before is in it. */
  madeAt: z.string(),
  kind: z.enum(['real', 'demo']),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  organisations: z.int(),
  /** In the order in which they can be read in again. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      key: z.array(z.string()),
      ...digest,
    }),
  ),
  attachments: z.object({
    ...digest,
    /** Ids whose file was missing or not the one that was uploaded, when the backup was made. */
    damaged: z.array(z.string()),
  }),
  seal: z.object({
    /** Whether the key is in the backup, was kept apart on purpose (SEAL_KEY_FILE), or did not exist yet. */
    key: z.enum(['inside', 'apart', 'none']),
    /** SHA-256 of the key, so that the right one is recognised; null without a key. */
    fingerprint: z.string().nullable(),
    /** Newest seal per organisation, as kept outside the database. */
    heads: z.record(z.string(), z.object({ number: z.int(), mac: z.string() })),
  }),
})
export type Manifest = z.output<typeof manifestSchema>
export type BackupKind = Manifest['kind']

export const tableFile = (folder: string, table: string): string =>
  path.join(folder, 'tables', `${table}.copy.zst`)
/** One line an attachment: organisation, id, size, SHA-256. */
export const attachmentList = (folder: string): string => path.join(folder, 'attachments.copy.zst')
export const keyFile = (folder: string): string => path.join(folder, 'seal.key')

/** Written last: a folder without a manifest is no backup. */
export async function writeManifest(
  folder: string,
  manifest: Omit<Manifest, 'format'>,
): Promise<void> {
  const file = path.join(folder, MANIFEST)
  const text = JSON.stringify({ format: FORMAT, ...manifest }, null, 2)
  writeFileSync(file, `${text}\n`, { mode: 0o600 })
  await flushToDisk(file)
}

/** StartFailure for a folder that is no finished backup, or one of a newer kind. */
export function readManifest(folder: string): Manifest {
  let text: string
  try {
    text = readFileSync(path.join(folder, MANIFEST), 'utf8')
  } catch (error) {
    throw new StartFailure(
      `${folder} 不是一份完整的备份（没有 ${MANIFEST}），请指定备份命令打印的那个文件夹。`,
      `${folder} is no finished backup (${MANIFEST} is missing). Name the folder that the backup command printed.`,
      { cause: error },
    )
  }
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new StartFailure(
      `${folder} 的 ${MANIFEST} 读不懂：文件已损坏，或备份是更新的程序做的。`,
      `${MANIFEST} of ${folder} cannot be understood: it is damaged, or a newer program made the backup.`,
      { cause: error },
    )
  }
}
