import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInPlaybooks } from '@yinuo/playbooks'
import { type Company, createOffice, type Office } from '../testing/office.ts'
import { createEmptyDatabase, type EmptyDatabase } from '../testing/empty-database.ts'
import { registration, uploadScan, walkCase } from '../testing/case-walk.ts'
import { createPool } from '../platform/database/index.ts'
import { ensureSealKey, sealKeyPath } from '../platform/log/seal-key.ts'
import { sealHeadsPath } from '../platform/log/seal-heads.ts'
import { sealAll } from '../platform/log/sealing.ts'
import { wordFinding } from '../platform/log/verify-finding.ts'
import { verifyOrganisations } from '../platform/log/verify-organisations.ts'
import { backUp, type Backup } from './back-up.ts'
import { attachmentList, readManifest, tableFile, writeManifest } from './backup-manifest.ts'
import { listedAttachments } from './attachment-list.ts'
import { removeOldBackups } from './backup-folder.ts'
import { lastBackupOf } from './last-backup.ts'
import { restore } from './restore.ts'

// SYS-26 and row 34 of reliability.md: what comes back is what was there.

let office: Office
let folder: string
let backup: Backup
/** Registered while the backup was being made. */
let during: number

beforeAll(async () => {
  office = await createOffice({ demoStart: null })
  await work(office)
  await work(await office.openCompany('南京分公司', 'nj-'))
  const keyPath = sealKeyPath(office.dataDir, '')
  const files = { key: ensureSealKey(keyPath), headsPath: sealHeadsPath(keyPath) }
  await sealAll(office.database.pool, files, pino({ level: 'silent' }))
  folder = mkdtempSync(path.join(tmpdir(), 'yinuo-backup-'))
  const working = keepRegistering()
  await new Promise((resolve) => setTimeout(resolve, 50))
  backup = await backUpOffice(path.join(folder, 'backups'))
  during = await working.stop()
}, 120_000)
afterAll(async () => {
  await office.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A little of everything that is kept, texts that COPY has to escape among it. */
async function work(company: Company): Promise<void> {
  const { receptionist } = company.staff
  const { id } = await office.act<{ id: string }>(receptionist, 'POST', '/customers', {
    name: '换行\n与制表\t和反斜杠\\经销部',
    party: 'agent',
    phone: '0519-80001234',
  })
  await walkCase(office, company, 'signed', { customerId: id })
  await uploadScan(office, company)
}

const backUpOffice = (to: string): Promise<Backup> =>
  backUp({
    appUrl: office.database.appUrl,
    dataDir: office.dataDir,
    kind: 'real',
    version: '0.1.0',
    to,
  })

function keepRegistering() {
  let goesOn = true
  let count = 0
  const working = (async () => {
    for (; goesOn; count += 1)
      await office.act(office.staff.receptionist, 'POST', '/complaints', registration())
  })()
  return {
    async stop(): Promise<number> {
      goesOn = false
      await working
      return count
    },
  }
}

const attachmentIn = (of: string, { orgId, id }: { orgId: string; id: string }): string =>
  path.join(of, 'attachments', orgId, id.slice(-2), id)

const freshDir = (): string => mkdtempSync(path.join(folder, 'data-'))

function restoreInto(
  target: EmptyDatabase,
  dataDir: string,
  { from = backup.folder, withoutKey = false } = {},
) {
  const lines: string[] = []
  const { ownerUrl: databaseUrl, appPassword } = target
  const say = (line: string): void => void lines.push(line)
  return restore({ from, dataDir, databaseUrl, appPassword, withoutKey, say }).then((restored) => ({
    ...restored,
    lines,
  }))
}

async function inTarget<T>(work: (target: EmptyDatabase) => Promise<T>): Promise<T> {
  const target = await createEmptyDatabase()
  try {
    return await work(target)
  } finally {
    await target.drop()
  }
}

describe('a backup made while people work', () => {
  test('holds every row of every table of that moment, and nothing of later (SYS-26)', async () => {
    expect(during).toBeGreaterThan(0)
    const { rows: tables } = await office.database.admin.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    const held = new Map(backup.manifest.tables.map((table) => [table.name, table.rows]))
    expect(
      tables
        .map(({ name }) => name)
        .filter((name) => !held.has(name))
        .toSorted(),
    ).toEqual(['login_attempt', 'yinuo_migration'])
    const { rows: before } = await office.database.admin.query<{ count: number }>(
      'select count(*) as count from complaint',
    )
    expect(held.get('complaint')).toBeGreaterThan(0)
    expect(held.get('complaint')).toBeLessThanOrEqual(Number(before[0]?.count))
    // One snapshot: what is written together is there together.
    expect(held.get('event')).toBe(held.get('event_value'))
  })

  test('is for its owner only', () => {
    for (const entry of readdirSync(backup.folder, { recursive: true, withFileTypes: true })) {
      const { mode } = statSync(path.join(entry.parentPath, entry.name))
      expect(mode & 0o077, entry.name).toBe(0)
    }
  })

  test('comes back for an owner who is not superuser: same checksums, log whole, all logged out (SYS-26, row 34)', async () => {
    await inTarget(async (target) => {
      const dataDir = freshDir()
      const { lines, appUrl } = await restoreInto(target, dataDir)
      expect(lines.join('\n')).toContain('逐表行数与校验和一致')
      expect(lines.join('\n')).toContain('所有人的登录已注销')
      const pool = createPool(appUrl)
      try {
        const findings: string[] = []
        const counts = await verifyOrganisations(
          pool,
          sealKeyPath(dataDir, ''),
          builtInPlaybooks(),
          (finding) => findings.push(wordFinding(finding)),
        )
        expect(findings).toEqual([])
        expect(counts.organisations).toBe(2)
        expect(counts.seals).toBe(2)
      } finally {
        await pool.end()
      }
      const live = await target.admin.query(`select from session where revoked_at is null`)
      expect(live.rowCount).toBe(0)
      const forced = await target.admin.query(
        `select from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
         and relname <> 'yinuo_migration' and not (relrowsecurity and relforcerowsecurity)`,
      )
      expect(forced.rowCount).toBe(0)
      const again = await backUp({
        appUrl,
        dataDir,
        kind: 'real',
        version: '0.1.0',
        to: freshDir(),
      })
      const unlike = again.manifest.tables.filter(
        (table, at) => table.sha256 !== backup.manifest.tables[at]?.sha256,
      )
      // Log-ins say now when they ended, and the log says that it was brought back.
      expect(unlike.map(({ name }) => name).toSorted()).toEqual(['event', 'event_value', 'session'])
      const told = await target.admin.query<{ at: string }>(
        `select v.fields ->> 'backupMadeAt' as at from event e join event_value v using (org_id, stream_id, seq)
         where e.noun = 'organisation' and e.type = 'restored'`,
      )
      expect(told.rows.map(({ at }) => at)).toEqual([
        backup.manifest.madeAt,
        backup.manifest.madeAt,
      ])
      expect(again.manifest.attachments).toEqual(backup.manifest.attachments)
      expect(again.manifest.seal).toEqual(backup.manifest.seal)
      await expect(restoreInto(target, freshDir())).rejects.toThrow(/已有数据，不会覆盖/)
    })
  })

  test('is remembered, and shares attachments with the one before', async () => {
    const to = path.dirname(backup.folder)
    const next = await backUpOffice(to)
    expect(lastBackupOf(office.dataDir, 'real')).toEqual({
      at: next.manifest.madeAt,
      folder: next.folder,
    })
    const listed = await listedAttachments(attachmentList(backup.folder)).next()
    if (listed.done === true) throw new Error('no attachment')
    const inode = (of: string): number => statSync(attachmentIn(of, listed.value)).ino
    expect(inode(next.folder)).toBe(inode(backup.folder))
    expect(inode(next.folder)).not.toBe(inode(office.dataDir))
    // Nobody works now: the application under its row-level security sees what the superuser sees.
    for (const { name, rows } of next.manifest.tables) {
      const counted = await office.database.admin.query<{ count: number }>(
        `select count(*) as count from ${name}`,
      )
      expect(Number(counted.rows[0]?.count), name).toBe(rows)
    }
    rmSync(next.folder, { recursive: true })
  })
})

test('old backups go, the newest and the last of each day stay; what is no backup is left alone', async () => {
  const to = freshDir()
  const { folder: made } = await backUpOffice(to)
  const named = (stamp: string): string => path.join(to, `yinuo-${stamp}Z`)
  const stamps = ['20260103T235500', '20260103T000000', '20260102T120000', '20260101T120000']
  for (const stamp of stamps) cpSync(made, named(stamp), { recursive: true })
  mkdirSync(named('20251231T000000'))
  cpSync(made, path.join(to, 'yinuo-demo-20260101T000000Z'), { recursive: true })
  expect(removeOldBackups(to, 'real', { newest: 1, days: 3 })).toEqual([
    named('20260103T000000'),
    named('20260101T120000'),
  ])
  expect(readdirSync(to)).toHaveLength(5)
})

describe('a backup that is not whole is refused before anything is written', () => {
  async function spoil(how: (copy: string) => void | Promise<void>): Promise<string> {
    const { folder: copy } = await backUpOffice(freshDir())
    await how(copy)
    return copy
  }
  const expectRefused = (from: string, words: RegExp) =>
    inTarget(async (target) => {
      await expect(restoreInto(target, freshDir(), { from })).rejects.toThrow(words)
      const made = await target.admin.query(
        `select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      )
      expect(made.rowCount).toBe(0)
    })

  test('one whose file was cut or changed', async () => {
    const cut = await spoil((copy) => truncateSync(tableFile(copy, 'event'), 200))
    await expectRefused(cut, /已损坏.*event/)
  })

  test('one that lacks an attachment', async () => {
    const lacking = await spoil(async (copy) => {
      for await (const { orgId, id } of listedAttachments(attachmentList(copy)))
        rmSync(attachmentIn(copy, { orgId, id }))
    })
    await expectRefused(lacking, /已损坏.*attachment/)
  })

  test('one that was never finished', async () => {
    const unfinished = await spoil((copy) => rmSync(path.join(copy, 'manifest.json')))
    await expectRefused(unfinished, /不是一份完整的备份/)
  })

  test('one of a newer program', async () => {
    const newer = await spoil(async (copy) => {
      const manifest = readManifest(copy)
      const migrations = [...manifest.migrations, { name: '0999_future', checksum: '' }]
      await writeManifest(copy, { ...manifest, migrations })
    })
    await expectRefused(newer, /数据库比程序新.*0999_future/)
  })
})

describe('the seal key', () => {
  test('kept apart stays apart: without it restoring says so, with it the seals hold', async () => {
    const apart = path.join(freshDir(), 'seal.key')
    process.env['SEAL_KEY_FILE'] = apart
    try {
      ensureSealKey(apart)
      const { folder: from, manifest } = await backUpOffice(freshDir())
      expect(manifest.seal.key).toBe('apart')
      expect(readdirSync(from)).not.toContain('seal.key')
      process.env['SEAL_KEY_FILE'] = path.join(freshDir(), 'nowhere.key')
      await inTarget((target) =>
        expect(restoreInto(target, freshDir(), { from })).rejects.toThrow(/SEAL_KEY_FILE/),
      )
      process.env['SEAL_KEY_FILE'] = apart
      const { lines } = await inTarget((target) => restoreInto(target, freshDir(), { from }))
      expect(lines.join('\n')).toContain('封印密钥沿用原处的那把')
    } finally {
      delete process.env['SEAL_KEY_FILE']
    }
  })
})
