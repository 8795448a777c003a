import { AttachmentFiles } from '../modules/attachment/index.ts'
import { migrate, reachDatabase, StartFailure } from '../platform/database/index.ts'
import {
  MIGRATIONS_FOLDER,
  pendingAfter,
  readMigrations,
  readMigrationState,
} from '../platform/database/migrate.ts'
import { listedAttachments, readListed } from './attachment-list.ts'
import { attachmentList, type Manifest, readManifest } from './backup-manifest.ts'
import { checkBackup } from './check-backup.ts'
import { demandEmptyDatabase } from './demand-empty-database.ts'
import { recordRestore } from './record-restore.ts'
import { restoreRows } from './restore-rows.ts'
import { restoreSealFiles } from './seal-in-backup.ts'

export type RestoreOptions = {
  readonly from: string
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly appPassword: string | undefined
  /** Go on although the seal key is nowhere. */
  readonly withoutKey: boolean
  /** Told what is being done, a line at a time. */
  readonly say: (line: string) => void
}

/**
 * Brings a backup back into an empty data directory or database (SYS-26): checked from end to end before anything is written,
 * under the migrations it was made with, then brought up to this program. Killed half-way it leaves tables without rows, and may
 * be run again. The database stays up until the caller stops it.
 */
export async function restore(
  options: RestoreOptions,
): Promise<{ readonly manifest: Manifest; readonly appUrl: string; stop(): Promise<void> }> {
  const { from, dataDir, databaseUrl, say } = options
  const manifest = readManifest(from)
  // Refuses a backup that is newer than the program, and one made under other migrations of the same name.
  pendingAfter(manifest.migrations, readMigrations(MIGRATIONS_FOLDER))
  if (manifest.kind === 'demo' && databaseUrl !== undefined) throw demoElsewhere()
  say(`核对备份 ${from}（${manifest.madeAt}，程序 ${manifest.version}）……`)
  const faults = await checkBackup(from, manifest)
  if (faults.length > 0) throw damaged(from, faults)

  const database = await reachDatabase({
    dataDir,
    databaseUrl,
    appPassword: options.appPassword,
    databaseName: manifest.kind === 'demo' ? 'yinuo_demo' : 'yinuo',
  })
  try {
    await demandEmptyDatabase(database.adminUrl)
    const { applied } = await readMigrationState(database.adminUrl)
    if (applied > manifest.migrations.length) throw olderThanTarget()
    await migrate(database.adminUrl, { upTo: manifest.migrations.length })
    const files = await restoreAttachments(from, dataDir)
    const name = decodeURIComponent(new URL(database.appUrl).pathname.slice(1))
    const { withoutKey } = options
    const seal = restoreSealFiles(from, manifest.seal, { dataDir, database: name, withoutKey })
    const ended = await restoreRows(database.adminUrl, from, manifest.tables)
    const upgraded = await migrate(database.adminUrl)
    await recordRestore(database.appUrl, manifest)
    for (const line of report(manifest, files, ended, upgraded, seal)) say(line)
    return { manifest, appUrl: database.appUrl, stop: () => database.stop() }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function restoreAttachments(folder: string, dataDir: string): Promise<number> {
  const [from, to] = [new AttachmentFiles(folder), new AttachmentFiles(dataDir)]
  let count = 0
  for await (const listed of listedAttachments(attachmentList(folder))) {
    const bytes = await readListed(from, listed)
    // Known to be missing when the backup was made.
    if (bytes === null) continue
    await to.write(listed.orgId, listed.id, bytes)
    count += 1
  }
  return count
}

const KEY_LINES = {
  restored: '封印密钥已恢复',
  'was there': '封印密钥沿用原处的那把',
  missing: '注意：没有封印密钥，旧封印无法核对',
  none: '备份时还没有封印密钥',
}

function report(
  manifest: Manifest,
  files: number,
  ended: number,
  upgraded: readonly string[],
  seal: ReturnType<typeof restoreSealFiles>,
): readonly string[] {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const { damaged: missing } = manifest.attachments
  return [
    `已恢复 ${manifest.tables.length} 张表、${rows} 行，逐表行数与校验和一致；附件 ${files} 个。`,
    ...(missing.length > 0
      ? [`注意：备份时已缺 ${missing.length} 个附件：${missing.join(' ')}`]
      : []),
    `${KEY_LINES[seal.key]}。`,
    ...(seal.lost === null ? [] : [`注意：备份之后的封印已作废，库外记录移到 ${seal.lost}。`]),
    '每个公司的记录里已写明这次恢复和备份的时间。',
    `所有人的登录已注销（${ended} 个），请重新登录。`,
    upgraded.length > 0 ? `已升级到本程序的版本：${upgraded.join('、')}。` : '版本与本程序一致。',
  ]
}

function damaged(folder: string, faults: readonly string[]): StartFailure {
  const first = faults.slice(0, 3).join('；')
  return new StartFailure(
    `备份 ${folder} 已损坏（${faults.length} 处：${first}），什么也没有写；请用另一份备份。`,
    `Backup ${folder} is damaged (${faults.length} faults); nothing was written. Use another backup.`,
  )
}

function olderThanTarget(): StartFailure {
  return new StartFailure(
    '目标里已按新版本建好了空表，装不下旧版本的备份：请恢复到一个全新的数据目录或数据库，恢复后会自动升级。',
    'The target already has the empty tables of a newer version. Restore into a fresh data directory or database; it is upgraded afterwards.',
  )
}

function demoElsewhere(): StartFailure {
  return new StartFailure(
    '这是演示库的备份，只能恢复到数据目录（--into 目录），不能恢复到 DATABASE_URL 的正式库。',
    'This is a backup of the demo: restore it into a data directory (--into), not into the real database of DATABASE_URL.',
  )
}
