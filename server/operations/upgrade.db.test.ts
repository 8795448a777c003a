import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin } from '../platform/database/admin-connection.ts'
import { migrate, openDatabase, reachDatabase } from '../platform/database/index.ts'
import { MIGRATIONS_FOLDER, readMigrationState } from '../platform/database/migrate.ts'
import { startProgram } from '../reliability/program.ts'
import { createEmptyDatabase, type EmptyDatabase } from '../testing/empty-database.ts'
import { readManifest } from './backup-manifest.ts'
import { restore } from './restore.ts'

// Row 35 of reliability.md: the program meets the data of an older one, of a newer one, and a migration that fails.

/** How far the older program's migrations went. */
const OLDER = 3
const ORG = '019a0000-0000-7000-8000-000000000001'
const OLD_DATA = `
  insert into organisation (org_id, name) values ('${ORG}', '岭川润滑油');
  insert into site (org_id, site_id, name) values ('${ORG}', '019a0000-0000-7000-8000-000000000002', '常州总厂');
  insert into event (org_id, stream_id, seq, noun, type, business_at, real_at, digests, hash)
    select '${ORG}', gen_random_uuid(), 1, 'site', 'site-created', now(), now(), '{}', '\\x00' from generate_series(1, 500);`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yinuo-upgrade-'))
  chmodSync(folder, 0o711)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function makeOlder(dataDir: string): Promise<void> {
  const database = await reachDatabase({ dataDir, databaseName: 'yinuo' })
  await migrate(database.adminUrl, { upTo: OLDER })
  await asAdmin(database.adminUrl, (client) => client.query(OLD_DATA))
  await database.stop()
}

async function countEvents(dataDir: string): Promise<number> {
  const database = await reachDatabase({ dataDir, databaseName: 'yinuo' })
  try {
    return await asAdmin(database.adminUrl, async (client) => {
      const { rows } = await client.query<{ count: string }>('select count(*) as count from event')
      return Number(rows[0]?.count)
    })
  } finally {
    await database.stop()
  }
}

test(
  'npm start on older data backs it up, brings it forward and goes on; that backup restores into the new version (SYS-26, row 35)',
  { timeout: 60_000 },
  async () => {
    const dataDir = path.join(folder, 'older')
    await makeOlder(dataDir)
    const program = await startProgram(dataDir)
    expect(program.lastWords()).toMatch(/升级前已备份到 \S+，现在升级数据库：0004_append/)
    expect(await (await fetch(`${program.address}/health/ready`)).json()).toEqual({
      status: 'ready',
    })
    await program.stop()
    expect(await countEvents(dataDir)).toBe(500)

    const backups = readdirSync(path.join(dataDir, 'backups'))
    expect(backups).toHaveLength(1)
    const from = path.join(dataDir, 'backups', backups[0] ?? '')
    expect(readManifest(from).migrations).toHaveLength(OLDER)

    const lines: string[] = []
    const restored = await restore({
      from,
      dataDir: path.join(folder, 'restored'),
      databaseUrl: undefined,
      appPassword: undefined,
      withoutKey: false,
      say: (line) => lines.push(line),
    })
    await restored.stop()
    expect(lines.join('\n')).toContain('已升级到本程序的版本：0004_append')
    // One more says that it was restored.
    expect(await countEvents(path.join(folder, 'restored'))).toBe(501)
  },
)

test(
  'a database that is newer than the program is refused in one line, and left alone (row 35)',
  { timeout: 60_000 },
  async () => {
    const dataDir = path.join(folder, 'newer')
    const database = await openDatabase({ dataDir, databaseName: 'yinuo' })
    await asAdmin(database.adminUrl, (client) =>
      client.query(`insert into yinuo_migration (name, checksum) values ('0999_future', '')`),
    )
    await database.stop()
    const refused = startProgram(dataDir)
    await expect(refused).rejects.toThrow(/\(1\):\n数据库比程序新[^\n]*0999_future[^\n]*\n$/)
  },
)

async function inOlder<T>(work: (database: EmptyDatabase) => Promise<T>): Promise<T> {
  const database = await createEmptyDatabase()
  try {
    await migrate(database.ownerUrl, { upTo: OLDER })
    await database.admin.query(OLD_DATA)
    return await work(database)
  } finally {
    await database.drop()
  }
}

test('no backup, no upgrade: a database that cannot be backed up stays as it is', () =>
  inOlder(async ({ ownerUrl, appPassword }) => {
    const open = openDatabase({
      dataDir: path.join(folder, 'unsafe'),
      databaseUrl: ownerUrl,
      appPassword,
      databaseName: 'yinuo',
      beforeUpgrade: () => Promise.reject(new Error('no room for a backup')),
    })
    await expect(open).rejects.toThrow('no room for a backup')
    expect((await readMigrationState(ownerUrl)).applied).toBe(OLDER)
  }))

test('a migration that fails leaves the state of before, also of those that went well, and says so in one line (row 35)', () =>
  inOlder(async ({ ownerUrl, admin }) => {
    const migrations = path.join(folder, 'failing')
    mkdirSync(migrations)
    const files = readdirSync(MIGRATIONS_FOLDER).filter((name) => name.endsWith('.sql'))
    for (const name of files)
      copyFileSync(path.join(MIGRATIONS_FOLDER, name), path.join(migrations, name))
    const next = String(files.length + 1).padStart(4, '0')
    writeFileSync(
      path.join(migrations, `${next}_failing.sql`),
      'alter table event no force row level security;\ndelete from event;\nselect 1 / 0;\n',
    )
    const failing = migrate(ownerUrl, { folder: migrations })
    await expect(failing).rejects.toThrow(
      new RegExp(
        `^数据库升级没有成功（${next}_failing: division by zero[^\\n]*仍是升级前的样子[^\\n]*$`,
      ),
    )
    expect((await readMigrationState(ownerUrl)).applied).toBe(OLDER)
    const { rows } = await admin.query('select count(*)::int as count from event')
    expect(rows).toEqual([{ count: 500 }])
  }))
