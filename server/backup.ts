import path from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from './operations/back-up.ts'
import { type Keep, removeOldBackups } from './operations/backup-folder.ts'
import {
  backupFolder,
  commandTarget,
  programVersion,
  runCommand,
  say,
} from './operations/command-target.ts'
import { connectBeside } from './platform/database/connect-beside.ts'
import { StartFailure } from './platform/database/index.ts'

/** `npm run backup -- --to <folder> [--keep <n>] [--keep-days <n>] [--setup]`: 1 as exit code also when an attachment was missing. */
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

function readArguments(): { readonly to: string | undefined; readonly keep: Keep | undefined } {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      keep: { type: 'string' },
      'keep-days': { type: 'string', default: '0' },
      setup: { type: 'boolean' },
    },
  })
  if (values.keep === undefined) return { to: values.to, keep: undefined }
  const keep = { newest: Number(values.keep), days: Number(values['keep-days']) }
  if (
    !Number.isInteger(keep.newest) ||
    keep.newest < 1 ||
    !Number.isInteger(keep.days) ||
    keep.days < 0
  )
    throw new StartFailure(
      '--keep 后面写要保留的最新份数（至少 1），--keep-days 写另外保留多少天、每天最后一份。',
      '--keep takes how many of the newest to keep (at least 1), --keep-days for how many days to keep the last one.',
    )
  return { to: values.to, keep }
}

runCommand(main)
