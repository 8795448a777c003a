import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOffice, type Office } from '../testing/office.ts'
import { createEmptyDatabase, type EmptyDatabase } from '../testing/empty-database.ts'
import { walkCase } from '../testing/case-walk.ts'

// Row 34 of reliability.md, with the power cut in the middle: the real commands, killed as they copy.

/** Enough that copying takes longer than noticing that it began. */
const MANY_ROWS = 80_000

let office: Office
let folder: string
let to: string

beforeAll(async () => {
  office = await createOffice({ demoStart: null })
  await walkCase(office, office, 'signed')
  await office.database.admin.query(
    `insert into refusal (org_id, refusal_id, noun, command, unmet, business_at)
     select $1, gen_random_uuid(), 'complaint', md5(n::text), '[]', now() from generate_series(1, $2) n`,
    [office.orgId, MANY_ROWS],
  )
  folder = mkdtempSync(path.join(tmpdir(), 'yinuo-killed-backup-'))
  to = path.join(folder, 'backups')
  mkdirSync(to)
}, 60_000)
afterAll(async () => {
  await office.stop()
  rmSync(folder, { recursive: true, force: true })
})

function run(program: string, args: readonly string[], env: Record<string, string>) {
  const { SEAL_KEY_FILE: _, BACKUP_DIR: __, ...rest } = process.env
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(import.meta.dirname, '..', program), ...args],
    { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  const hear = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, output: () => output }
}

async function killOnce(running: ReturnType<typeof run>, when: () => boolean | Promise<boolean>) {
  while (!(await when())) {
    if (running.child.exitCode !== null) throw new Error(`too late: ${running.output()}`)
    await sleep(2)
  }
  running.child.kill('SIGKILL')
  await running.ended
}

const source = () => ({
  DATABASE_URL: office.database.adminUrl,
  YINUO_APP_PASSWORD: decodeURIComponent(new URL(office.database.appUrl).password),
  DATA_DIR: office.dataDir,
})

const backUp = () => run('backup.ts', ['--to', to], source())

function isCopying(): boolean {
  const [unfinished] = readdirSync(to)
  const file = path.join(to, unfinished ?? '', 'tables/refusal.copy.zst')
  return existsSync(file) && statSync(file).size > 100_000
}

test(
  'a backup killed half-way is none; the next one is whole and clears it away (SYS-26)',
  { timeout: 60_000 },
  async () => {
    await killOnce(backUp(), isCopying)
    const [unfinished, ...others] = readdirSync(to)
    expect(others).toEqual([])
    expect(unfinished).toMatch(/^unfinished-/)
    const refused = run('restore.ts', ['--from', path.join(to, unfinished ?? '')], {
      DATA_DIR: path.join(folder, 'never'),
    })
    expect(await refused.ended).toBe(1)
    expect(refused.output()).toMatch(/^[^\n]*不是一份完整的备份[^\n]*\n$/)
    expect(existsSync(path.join(folder, 'never'))).toBe(false)

    const whole = backUp()
    expect(await whole.ended, whole.output()).toBe(0)
    expect(readdirSync(to)).toEqual([expect.stringMatching(/^yinuo-\d{8}T\d{6}Z$/)])
  },
)

test(
  'a restore killed half-way leaves no row behind and is simply run again (SYS-26)',
  { timeout: 60_000 },
  async () => {
    const [backup] = readdirSync(to)
    const target = await createEmptyDatabase()
    try {
      const env = {
        DATABASE_URL: target.ownerUrl,
        YINUO_APP_PASSWORD: target.appPassword,
        DATA_DIR: path.join(folder, 'restored'),
      }
      const restore = () => run('restore.ts', ['--from', path.join(to, backup ?? '')], env)
      await killOnce(restore(), () => isCopyingIn(target))
      await untilAlone(target)
      expect(await countOf(target, 'organisation')).toBe(0)
      expect(await countOf(target, 'refusal')).toBe(0)

      const again = restore()
      expect(await again.ended, again.output()).toBe(0)
      expect(again.output()).toContain('没有发现改动')
      expect(await countOf(target, 'refusal')).toBeGreaterThanOrEqual(MANY_ROWS)
      expect(await countOf(target, 'complaint')).toBe(1)

      const over = restore()
      expect(await over.ended).toBe(1)
      expect(over.output()).toContain('已有数据，不会覆盖')
    } finally {
      await target.drop()
    }
  },
)

async function isCopyingIn(target: EmptyDatabase): Promise<boolean> {
  const { rows } = await target.admin.query<{ rows: string }>(
    `select tuples_processed as rows from pg_stat_progress_copy
     where datname = current_database() and command = 'COPY FROM' and tuples_processed > 10000`,
  )
  return rows.length > 0
}

/** Until PostgreSQL has noticed that nobody is there any more, and undone what he began. */
async function untilAlone(target: EmptyDatabase): Promise<void> {
  for (;;) {
    const { rowCount } = await target.admin.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and backend_type = 'client backend'`,
    )
    if (rowCount === 0) return
    await sleep(20)
  }
}

async function countOf(target: EmptyDatabase, table: string): Promise<number> {
  const { rows } = await target.admin.query<{ count: string }>(
    `select count(*) as count from ${table}`,
  )
  return Number(rows[0]?.count)
}
