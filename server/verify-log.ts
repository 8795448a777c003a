import { builtInPlaybooks } from '@yinuo/playbooks'
import { commandTarget, runCommand, say } from './operations/command-target.ts'
import { connectBeside } from './platform/database/connect-beside.ts'
import { createPool } from './platform/database/index.ts'
import { sealKeyPath } from './platform/log/seal-key.ts'
import { type Finding, wordFinding } from './platform/log/verify-finding.ts'
import { verifyOrganisations } from './platform/log/verify-organisations.ts'

const LINES = 1_000

/** `npm run verify-log`: is the log as it was written? One line a finding, a summary, and 1 as exit code when there is any. */
async function main(): Promise<number> {
  const target = commandTarget()
  const { dataDir } = target
  const database = await connectBeside(target)
  // A batch is big and the machine may be busy; nobody waits for an answer here.
  const pool = createPool(database.appUrl, { max: 2, answerLimitMs: 600_000 })
  let findings = 0
  const report = (finding: Finding): void => {
    findings += 1
    if (findings <= LINES) say(wordFinding(finding))
  }
  try {
    const counts = await verifyOrganisations(pool, sealKeyPath(dataDir), builtInPlaybooks(), report)
    if (findings > LINES) say(`…… 还有 ${findings - LINES} 处没有列出`)
    const { organisations, streams, events, values, erased, replayed, seals } = counts
    say(
      `核对了 ${organisations} 个公司、${streams} 条线索的 ${events} 条记录、${values} 个内容（另有 ${erased} 个已抹除）、` +
        `${replayed} 个重放的现状、${seals} 个封印：${findings === 0 ? '没有发现改动' : `发现 ${findings} 处问题`}。 ` +
        `Verified ${events} events in ${streams} streams: ${findings} findings.`,
    )
    return findings === 0 ? 0 : 1
  } finally {
    await pool.end()
    await database.stop()
  }
}

runCommand(main)
