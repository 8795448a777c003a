import path from 'node:path'
import { parseArgs } from 'node:util'
import { builtInPlaybooks } from '@yinuo/playbooks'
import { commandTarget, runCommand, say } from './operations/command-target.ts'
import { restore } from './operations/restore.ts'
import { createPool, StartFailure } from './platform/database/index.ts'
import { sealKeyPath } from './platform/log/seal-key.ts'
import { wordFinding } from './platform/log/verify-finding.ts'
import { verifyOrganisations } from './platform/log/verify-organisations.ts'

/**
 * `npm run restore -- --from <backup> [--into <empty folder or postgres URL>] [--without-key]`. Ends with what verify-log says of
 * what was restored; 1 as exit code when it finds anything.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      into: { type: 'string' },
      'without-key': { type: 'boolean', default: false },
    },
  })
  if (values.from === undefined)
    throw new StartFailure(
      '用 --from 指定备份命令打印的那个文件夹。',
      'Name the folder that the backup command printed with --from.',
    )
  const { dataDir, databaseUrl, appPassword } = targetOf(values.into)
  const restored = await restore({
    from: path.resolve(values.from),
    dataDir,
    databaseUrl,
    appPassword,
    withoutKey: values['without-key'],
    say,
  })
  const pool = createPool(restored.appUrl, { max: 2, answerLimitMs: 600_000 })
  try {
    let findings = 0
    const counts = await verifyOrganisations(
      pool,
      sealKeyPath(dataDir),
      builtInPlaybooks(),
      (finding) => {
        findings += 1
        if (findings <= 20) say(wordFinding(finding))
      },
    )
    say(
      `核对记录：${counts.events} 条、${counts.seals} 个封印，${findings === 0 ? '没有发现改动' : `发现 ${findings} 处问题（详见 npm run verify-log）`}。`,
    )
    if (restored.manifest.kind === 'demo') say(`演示库在 ${dataDir}：DATA_DIR=${dataDir} npm start`)
    else if (databaseUrl === undefined) say(`启动：DATA_DIR=${dataDir} npm start -- --setup`)
    return findings === 0 ? 0 : 1
  } finally {
    await pool.end()
    await restored.stop()
  }
}

function targetOf(into: string | undefined) {
  const target = commandTarget()
  if (into === undefined) return target
  if (/^postgres(ql)?:/.test(into)) return { ...target, databaseUrl: into }
  return { ...target, dataDir: path.resolve(into), databaseUrl: undefined }
}

runCommand(main)
