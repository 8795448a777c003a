import { rmSync } from 'node:fs'
import pg from 'pg'
import { StartFailure } from '../platform/database/index.ts'
import { MIGRATION_LOCK } from '../platform/database/migrate.ts'
import { SESSION_SETTINGS } from '../platform/database/pool.ts'
import { LIST_ATTACHMENTS } from './attachment-list.ts'
import { backUpAttachments } from './back-up-attachments.ts'
import { backupsIn, finish, openUnfinished } from './backup-folder.ts'
import {
  attachmentList,
  type BackupKind,
  keyFile,
  type Manifest,
  tableFile,
  writeManifest,
} from './backup-manifest.ts'
import { copyOut, writeRows } from './copy-rows.ts'
import { keepLastBackup } from './last-backup.ts'
import { readSealFiles, writeKey } from './seal-in-backup.ts'
import { copyTexts, readTables } from './table-inventory.ts'

export type BackupOptions = {
  /** As yinuo_app: what the program may read is what there is to keep. */
  readonly appUrl: string
  readonly dataDir: string
  readonly kind: BackupKind
  /** Of the program. */
  readonly version: string
  /** Folder that holds backups; made if need be. */
  readonly to: string
}

export type Backup = { readonly folder: string; readonly manifest: Omit<Manifest, 'format'> }

/**
 * Copies a whole database as it stands at one moment, with its attachments and what verifying needs, into a folder of its own
 * below `to` (SYS-26), while the program goes on working. Needs memory for one attachment, whatever the size. The folder gets
 * its name when all is on the disk: a broken backup is never taken for a good one. StartFailure with what to do.
 */
export async function backUp(options: BackupOptions): Promise<Backup> {
  const unfinished = openUnfinished(options.to)
  try {
    const manifest = await copyEverything(options, unfinished)
    await writeManifest(unfinished, manifest)
    const folder = await finish(unfinished, options.kind, manifest.madeAt)
    keepLastBackup(options.dataDir, options.kind, { at: manifest.madeAt, folder })
    return { folder, manifest }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw asFailure(error, options.to)
  }
}

async function copyEverything(
  { appUrl, dataDir, kind, version, to }: BackupOptions,
  folder: string,
): Promise<Omit<Manifest, 'format'>> {
  const [previous] = backupsIn(to, kind)
  const seal = readSealFiles(dataDir, databaseIn(appUrl))
  if (seal.key !== null) writeKey(keyFile(folder), seal.key)
  const rows = await copyAllRows(appUrl, folder)
  const { attachments, ...others } = rows
  const damaged = await backUpAttachments(attachmentList(folder), dataDir, folder, previous)
  return {
    version,
    kind,
    ...others,
    attachments: { ...attachments, damaged },
    seal: seal.facts,
  }
}

/** All rows in one snapshot: each organisation under its own row-level security, in the order of their ids. */
async function copyAllRows(appUrl: string, folder: string) {
  const client = new pg.Client({
    connectionString: appUrl,
    application_name: 'yinuo-backup',
    options: SESSION_SETTINGS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    // A migration would change the tables under our hands; it waits.
    await client.query('select pg_advisory_lock_shared(hashtext($1))', [MIGRATION_LOCK])
    await client.query('begin isolation level repeatable read, read only')
    const [facts] = (await client.query<Facts>(FACTS)).rows
    if (facts === undefined) throw new Error('the database told nothing of itself')
    const organisations = facts.organisations
    const tables = await readTables(client)
    const copied: Manifest['tables'] = []
    for (const table of tables) {
      const pieces = ofEach(client, organisations, copyTexts(table).all)
      const digest = await writeRows(tableFile(folder, table.name), pieces)
      copied.push({ name: table.name, columns: [...table.columns], key: [...table.key], ...digest })
    }
    const listed = ofEach(client, organisations, LIST_ATTACHMENTS)
    const attachments = await writeRows(attachmentList(folder), listed)
    await client.query('commit')
    const { at: madeAt, server, migrations } = facts
    return {
      madeAt,
      server,
      migrations,
      organisations: organisations.length,
      tables: copied,
      attachments,
    }
  } finally {
    await client.end()
  }
}

async function* ofEach(
  client: pg.Client,
  organisations: readonly string[],
  query: string,
): AsyncGenerator<Buffer> {
  for (const orgId of organisations) {
    await client.query(`select set_config('yinuo.org', $1, true)`, [orgId])
    yield* copyOut(client, query)
  }
}

type Facts = {
  readonly at: string
  readonly server: string
  readonly organisations: string[]
  readonly migrations: Manifest['migrations']
}

const FACTS = `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  current_setting('server_version') as server,
  array(select org_id::text from all_organisations() order by org_id) as organisations,
  (select coalesce(json_agg(json_build_object('name', name, 'checksum', checksum) order by name), '[]') from applied_migrations()) as migrations`

function databaseIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function asFailure(error: unknown, to: string): unknown {
  const { code } = error as { readonly code?: string }
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error
  return new StartFailure(
    `磁盘已满，备份没有做成：请清理 ${to} 所在的磁盘，或用 --to 指定另一块磁盘。`,
    `Disk full, no backup was made. Free some space where ${to} lies, or name another disk with --to.`,
    { cause: error },
  )
}
