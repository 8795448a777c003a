import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepLastBackup } from './operations/last-backup.ts'
import { asAdmin } from './platform/database/admin-connection.ts'
import { openDatabase } from './platform/database/index.ts'

let dataDir: string
let database: Awaited<ReturnType<typeof openDatabase>>
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-doctor-'))
  chmodSync(dataDir, 0o711)
  database = await openDatabase({ dataDir, databaseName: 'yinuo' })
  keepLastBackup(dataDir, 'real', { at: new Date().toISOString(), folder: '/backups/one' })
}, 60_000)
afterAll(async () => {
  await database.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

function runDoctor(env: Record<string, string> = {}, args = ['--setup']) {
  const { DATABASE_URL: _, SEAL_KEY_FILE: __, HOST: ___, ...rest } = process.env
  const program = path.join(import.meta.dirname, 'doctor.ts')
  return new Promise<{ code: number; lines: readonly string[]; faults: readonly string[] }>(
    (resolve) => {
      execFile(
        process.execPath,
        [program, ...args],
        { env: { ...rest, DATA_DIR: dataDir, PORT: '0', ...env } },
        (error, stdout, stderr) => {
          const lines = `${stdout}${stderr}`.trim().split('\n')
          const faults = lines.filter((line) => line.startsWith('坏'))
          resolve({ code: error === null ? 0 : Number(error.code), lines, faults })
        },
      )
    },
  )
}

const admin = (sql: string) => asAdmin(database.adminUrl, (client) => client.query(sql))

test('a sound installation gets a line a point, none of them bad, and 0', async () => {
  const { code, lines, faults } = await runDoctor()
  expect(faults).toEqual([])
  expect(code).toBe(0)
  for (const point of [
    'Node 26',
    'PostgreSQL 18',
    '落盘',
    '行级安全',
    '时钟',
    '版本与程序一致',
    '封印',
    '上次备份',
  ])
    expect(
      lines.some((line) => line.includes(point)),
      point,
    ).toBe(true)
  expect(lines.at(-1)).toMatch(/^\d+ 项：0 坏/)
})

test('what is wrong is named with its remedy, and the exit code is 1', async () => {
  writeFileSync(path.join(dataDir, 'seal.key'), 'open to all', { mode: 0o644 })
  await admin('alter table customer no force row level security')
  await admin('alter role yinuo_app bypassrls')
  await admin(`insert into yinuo_migration (name, checksum) values ('0999_future', '')`)
  keepLastBackup(dataDir, 'real', { at: '2020-01-01T00:00:00Z', folder: '/backups/one' })
  try {
    const { code, faults } = await runDoctor()
    expect(code).toBe(1)
    expect(faults).toEqual([
      expect.stringMatching(/seal\.key 别人也能读 → .*chmod 600/),
      expect.stringMatching(/yinuo_app 能绕过行级安全 → alter role/),
      expect.stringMatching(/没有强制行级安全：customer → alter table/),
      expect.stringMatching(/0999_future.* → 用更新的程序版本/),
      expect.stringMatching(/上次备份在 \d+ 小时前.* → npm run backup/),
    ])
  } finally {
    rmSync(path.join(dataDir, 'seal.key'))
    await admin(`delete from yinuo_migration where name = '0999_future'`)
    await admin('alter role yinuo_app nobypassrls')
    await admin('alter table customer force row level security')
  }
})

test('a database that cannot be reached is one line, not a trace of calls', async () => {
  const { code, lines, faults } = await runDoctor({
    DATABASE_URL: 'postgresql://someone:secret@127.0.0.1:1/none',
  })
  expect(code).toBe(1)
  expect(faults).toHaveLength(1)
  expect(lines.join('\n')).not.toMatch(/secret|^\s+at /m)
})

test('before the first start there is nothing to blame', async () => {
  const { code } = await runDoctor({ DATA_DIR: path.join(dataDir, 'not-there') })
  expect(code).toBe(0)
})
