import path from 'node:path'
import { builtInPlaybooks } from '@yinuo/playbooks'
import { createPool, StartFailure } from './platform/database/index.ts'
import { sealKeyPath } from './platform/log/seal-key.ts'
import { connectForVerifying } from './platform/log/verify-connection.ts'
import { type Finding, wordFinding } from './platform/log/verify-finding.ts'
import { verifyOrganisations } from './platform/log/verify-organisations.ts'

const LINES = 1_000

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** `npm run verify-log`: is the log as it was written? One line a finding, a summary, and 1 as exit code when there is any. */
async function main(): Promise<number> {
  const repository = path.join(import.meta.dirname, '..')
  const dataDir = path.resolve(process.env['DATA_DIR'] ?? path.join(repository, 'data'))
  const databaseUrl = process.env['DATABASE_URL']
  const isReal = databaseUrl !== undefined || process.argv.includes('--setup')
  const target = await connectForVerifying({
    dataDir,
    databaseUrl,
    appPassword: process.env['YINUO_APP_PASSWORD'],
    databaseName: isReal ? 'yinuo' : 'yinuo_demo',
  })
  // A batch is big and the machine may be busy; nobody waits for an answer here.
  const pool = createPool(target.appUrl, { max: 2, answerLimitMs: 600_000 })
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
  } catch (error) {
    throw asFailure(error)
  } finally {
    await pool.end()
    await target.stop()
  }
}

const NO_SUCH_DATABASE = '3D000'

function asFailure(error: unknown): unknown {
  if ((error as { code?: string }).code !== NO_SUCH_DATABASE) return error
  return new StartFailure(
    '这个库还没有建（演示库由 npm start 建，正式库由 npm start -- --setup 建），没有可核对的记录。',
    'This database has not been made yet (npm start makes the demo, npm start -- --setup the real one).',
  )
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const text =
      error instanceof StartFailure ? error.message : ((error as Error).stack ?? String(error))
    process.stderr.write(`${text}\n`)
    process.exit(1)
  },
)
