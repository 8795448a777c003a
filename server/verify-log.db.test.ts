import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createOffice } from './testing/office.ts'
import { openDatabase } from './platform/database/index.ts'

type Outcome = { readonly code: number; readonly output: string }

function expectSays({ code, output }: Outcome, expectedCode: number, words: string): void {
  expect(output).toContain(words)
  expect(code).toBe(expectedCode)
}

function runVerifyLog(env: Record<string, string>, args: readonly string[] = []): Promise<Outcome> {
  const program = path.join(import.meta.dirname, 'verify-log.ts')
  const { DATABASE_URL: _, SEAL_KEY_FILE: __, ...rest } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...rest, ...env } },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    )
  })
}

test('npm run verify-log says what it read and ends with 1 when something was changed', async () => {
  const office = await createOffice()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-verify-'))
  try {
    const env = {
      DATABASE_URL: office.database.adminUrl,
      YINUO_APP_PASSWORD: decodeURIComponent(new URL(office.database.appUrl).password),
      DATA_DIR: dataDir,
    }
    const good = await runVerifyLog(env)
    expectSays(good, 0, '没有发现改动')
    const { handler } = office.staff
    await office.database.admin.query('delete from event where stream_id = $1 and seq = 3', [
      handler.id,
    ])
    const bad = await runVerifyLog(env)
    expectSays(bad, 1, `person ${handler.id} 第 4 条：缺少记录`)
  } finally {
    await office.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test(
  'npm run verify-log uses the embedded database beside the running program, and without it',
  { timeout: 60_000 },
  async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'yinuo-verify-own-'))
    const env = { DATA_DIR: own }
    try {
      expectSays(await runVerifyLog(env), 1, '没有数据库')
      const database = await openDatabase({ dataDir: own, databaseName: 'yinuo' })
      const beside = await runVerifyLog(env, ['--setup'])
      expectSays(beside, 0, '0 个公司')
      expectSays(await runVerifyLog(env), 1, '还没有建')
      await database.stop()
      expectSays(await runVerifyLog(env, ['--setup']), 0, '没有发现改动')
    } finally {
      rmSync(own, { recursive: true, force: true })
    }
  },
)
