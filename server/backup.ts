import path from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from './operations/back-up.ts'
import { removeOldBackups } from './operations/backup-folder.ts'
import {
  backupFolder,
  commandTarget,
  programVersion,
  runCommand,
  say,
} from './operations/command-target.ts'
import { connectBeside } from './platform/database/connect-beside.ts'
import { StartFailure } from './platform/database/index.ts'

/** `npm run backup -- --to <folder> [--keep <n>] [--setup]`: 1 as exit code also when an attachment was missing. */
async function main(): Promise<number> {
  const { to, keep } = readArguments()
  const target = commandTarget()
  const { dataDir, kind } = target
  const started = performance.now()
  const database = await connectBeside(target)
  try {
    const { folder, manifest } = await backUp({
      appUrl: database.appUrl,
      dataDir,
      kind,
      version: programVersion(),
      to: to === undefined ? backupFolder(dataDir) : path.resolve(to),
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const { attachments, seal } = manifest
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    say(
      `已备份到 ${folder}：${manifest.organisations} 个公司、${rows} 行、${attachments.rows} 个附件，用时 ${seconds} 秒。 Backed up.`,
    )
    if (seal.key === 'apart')
      say('封印密钥另存（SEAL_KEY_FILE），不在备份里：请单独保管，恢复时要用。')
    for (const old of keep === undefined ? [] : removeOldBackups(path.dirname(folder), kind, keep))
      say(`已删除旧备份 ${old}`)
    if (attachments.damaged.length === 0) return 0
    say(`坏：${attachments.damaged.length} 个附件缺少或已损坏：${attachments.damaged.join(' ')}`)
    return 1
  } finally {
    await database.stop()
  }
}

function readArguments(): { readonly to: string | undefined; readonly keep: number | undefined } {
  const { values } = parseArgs({
    options: { to: { type: 'string' }, keep: { type: 'string' }, setup: { type: 'boolean' } },
  })
  const keep = values.keep === undefined ? undefined : Number(values.keep)
  if (keep !== undefined && (!Number.isInteger(keep) || keep < 1))
    throw new StartFailure(
      '--keep 后面写要保留的份数，至少 1。',
      '--keep takes how many backups to keep, at least 1.',
    )
  return { to: values.to, keep }
}

runCommand(main)
