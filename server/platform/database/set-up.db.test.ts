import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asAdmin } from './admin-connection.ts'
import { urlForUser } from './connection-url.ts'
import { type EmbeddedDatabase, startEmbedded } from './embedded/start-embedded.ts'
import { ensureDatabase } from './ensure-database.ts'
import { ensureRoles } from './ensure-roles.ts'
import { migrate } from './migrate.ts'
import { appPasswordFor, openDatabase } from './open-database.ts'

const base = mkdtempSync(join(tmpdir(), 'yinuo-set-up-'))
chmodSync(base, 0o755)
let server: EmbeddedDatabase
/** One's own PostgreSQL, and in it an administrator who is not superuser, with a database of his own. */
let rootUrl: string
let ownerUrl: string

const run = (url: string, sql: string) =>
  asAdmin(url, async (client) => (await client.query(sql)).rows as unknown[])

beforeAll(async () => {
  server = await startEmbedded({ dataDir: join(base, 'data'), durable: false })
  await run(server.adminUrl, `create role owner login password 'o'`)
  await run(server.adminUrl, 'create database own owner owner')
  rootUrl = await ensureDatabase(server.adminUrl, 'own')
  ownerUrl = urlForUser(rootUrl, 'owner', 'o')
})
afterAll(async () => {
  await server.stop()
  rmSync(base, { recursive: true })
})

describe('one’s own PostgreSQL (DATABASE_URL)', () => {
  test('an administrator who may not create roles is given the SQL to run, in one line', async () => {
    const refused = ensureRoles(ownerUrl, 'app')
    await expect(refused).rejects.toThrow(
      /create role yinuo_app login password '…'; create role yinuo_search nologin;/,
    )
    await expect(refused).rejects.not.toThrow(/\n/)
  })

  test('once that SQL was run, he sets up and migrates everything without being superuser', async () => {
    await run(
      rootUrl,
      `create role yinuo_app login password 'app'; create role yinuo_search nologin;
      grant yinuo_search to owner`,
    )
    const appUrl = await ensureRoles(ownerUrl, 'app')
    const names = await migrate(ownerUrl)
    expect(names[0]).toBe('0001_roles_and_tenancy')
    expect(await migrate(ownerUrl)).toEqual([])
    expect(await run(appUrl, 'select current_user as who, current_org() as org')).toEqual([
      { who: 'yinuo_app', org: null },
    ])
    await expect(run(appUrl, 'create table mine ()')).rejects.toThrow(
      /permission denied for schema public/,
    )
    await expect(run(appUrl, 'select * from yinuo_migration')).rejects.toThrow(/permission denied/)
  })

  test('one who may create roles needs no help, and a changed password of the URL is followed', async () => {
    await run(
      rootUrl,
      'drop owned by yinuo_app, yinuo_search; drop role yinuo_app; drop role yinuo_search',
    )
    await run(rootUrl, 'alter role owner createrole')
    const url = await openDatabase({
      dataDir: join(base, 'own'),
      databaseUrl: ownerUrl,
      databaseName: 'yinuo',
    })
    expect(url.embedded).toBeUndefined()
    expect(await run(url.appUrl, 'select current_user as who')).toEqual([{ who: 'yinuo_app' }])
    await run(rootUrl, `alter role owner password 'p'`)
    const changed = await openDatabase({
      dataDir: join(base, 'own'),
      databaseUrl: urlForUser(ownerUrl, 'owner', 'p'),
      databaseName: 'yinuo',
    })
    expect(changed.appUrl).not.toBe(url.appUrl)
    expect(await run(changed.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a role that could bypass row-level security is refused', async () => {
    await run(rootUrl, 'alter role yinuo_app bypassrls')
    await expect(ensureRoles(rootUrl, 'app')).rejects.toThrow(
      /能绕过行级安全.*alter role yinuo_app nosuperuser nobypassrls/,
    )
    await run(rootUrl, 'alter role yinuo_app nobypassrls')
  })

  test('an unreachable database is named without its password', async () => {
    const nowhere = 'postgresql://someone:secret@127.0.0.1:1/none'
    const refused = openDatabase({
      dataDir: join(base, 'own'),
      databaseUrl: nowhere,
      databaseName: 'yinuo',
    })
    await expect(refused).rejects.toThrow(/连不上数据库 127.0.0.1:1\/none/)
    await expect(refused).rejects.not.toThrow(/secret/)
  })

  test('all nodes find the same password, which does not give away the one it comes from', () => {
    const password = appPasswordFor('postgresql://a:secret@one/x', '/nowhere')
    expect(password).toBe(appPasswordFor('postgresql://b:secret@two:5433/y', '/elsewhere'))
    expect(password).not.toContain('secret')
    expect(appPasswordFor('postgresql://a:other@one/x', '/nowhere')).not.toBe(password)
  })
})

describe('migrations', () => {
  test('a failing one leaves nothing behind, not even those before it, and names its line; nodes starting together run each once', async () => {
    const folder = mkdtempSync(join(base, 'migrations-'))
    const url = await ensureDatabase(server.adminUrl, 'failing')
    await ensureRoles(url, 'app')
    writeFileSync(join(folder, '0001_good.sql'), 'create table good (n int); select pg_sleep(0.2);')
    writeFileSync(join(folder, '0002_bad.sql'), 'create table half ();\n\nselect 1 from nowhere;\n')
    await expect(migrate(url, { folder })).rejects.toThrow(
      /0002_bad: relation "nowhere" does not exist \(line 3\)/,
    )
    expect(
      await run(url, `select to_regclass('good') is not null as good, to_regclass('half') as half`),
    ).toEqual([{ good: false, half: null }])
    writeFileSync(join(folder, '0002_bad.sql'), 'insert into good values (1);')
    const applied = await Promise.all([
      migrate(url, { folder }),
      migrate(url, { folder }),
      migrate(url, { folder }),
    ])
    expect(applied.flat()).toEqual(['0001_good', '0002_bad'])
    expect(await run(url, 'select * from good')).toEqual([{ n: 1 }])
  })

  test('a data migration that row-level security would silence fails instead', async () => {
    const folder = mkdtempSync(join(base, 'silent-'))
    await run(server.adminUrl, 'create database silent owner owner')
    const url = urlForUser(await ensureDatabase(server.adminUrl, 'silent'), 'owner', 'p')
    writeFileSync(
      join(folder, '0001_rows.sql'),
      `create table t (org_id uuid); alter table t enable row level security; alter table t force row level security;
       update t set org_id = null;`,
    )
    await expect(migrate(url, { folder })).rejects.toThrow(
      /query would be affected by row-level security policy/,
    )
  })
})

test('the embedded database opens ready to work with, real and demo apart', async () => {
  await server.stop()
  const dataDir = join(base, 'data')
  const real = await openDatabase({ dataDir, databaseName: 'yinuo' })
  expect(await run(real.appUrl, 'select current_user as who, current_database() as name')).toEqual([
    { who: 'yinuo_app', name: 'yinuo' },
  ])
  await real.stop()
  const demo = await openDatabase({ dataDir, databaseName: 'yinuo_demo' })
  expect(await run(demo.appUrl, 'select current_database() as name')).toEqual([
    { name: 'yinuo_demo' },
  ])
  await demo.stop()
})
