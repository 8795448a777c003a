import { existsSync } from 'node:fs'
import { asFailure, commandTarget, runCommand, say } from './operations/command-target.ts'
import { checkDataDirectory } from './operations/doctor/check-data-directory.ts'
import { checkDatabase } from './operations/doctor/check-database.ts'
import { checkBackupAge, checkSeals } from './operations/doctor/check-keeping.ts'
import { checkMachine } from './operations/doctor/check-machine.ts'
import { checkPort } from './operations/doctor/check-port.ts'
import { bad, type Verdict, wordVerdict } from './operations/doctor/verdict.ts'
import { connectBeside } from './platform/database/connect-beside.ts'
import { createPool } from './platform/database/index.ts'

const DEFAULT_PORT = 8787

/** `npm run doctor [-- --setup]`: one line each, and 1 as exit code when anything is bad. Changes nothing. */
async function main(): Promise<number> {
  const target = commandTarget()
  const verdicts: Verdict[] = []
  const tell = (more: readonly Verdict[]): void => {
    for (const verdict of more) say(wordVerdict(verdict))
    verdicts.push(...more)
  }
  tell(checkMachine())
  tell(checkDataDirectory(target.dataDir))
  const host = process.env['HOST'] ?? '127.0.0.1'
  tell([await checkPort(host, Number(process.env['PORT'] ?? DEFAULT_PORT))])
  tell(await checkStore(target))
  const faults = verdicts.filter(({ level }) => level === '坏').length
  const doubts = verdicts.filter(({ level }) => level === '注意').length
  say(`${verdicts.length} 项：${faults} 坏，${doubts} 注意。 ${faults} bad, ${doubts} to look at.`)
  return faults === 0 ? 0 : 1
}

async function checkStore(target: ReturnType<typeof commandTarget>): Promise<readonly Verdict[]> {
  const { dataDir, kind } = target
  const isEmbedded = target.databaseUrl === undefined
  // Said already: there is nothing yet.
  if (isEmbedded && !existsSync(dataDir)) return []
  try {
    const database = await connectBeside(target)
    const pool = createPool(database.appUrl, { max: 2 })
    try {
      return [
        ...(await checkDatabase(pool)),
        await checkSeals(pool, dataDir),
        checkBackupAge(dataDir, kind, Date.now()),
      ]
    } finally {
      await pool.end()
      await database.stop()
    }
  } catch (error) {
    const failure = asFailure(error) as Error
    return [bad(`数据库：${failure.message}`, '先解决这一条，再查一次')]
  }
}

runCommand(main)
