import { sql } from 'kysely'
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countingProxy } from '../../testing/counting-proxy.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts'
import { callFunction } from './call-function.ts'
import { readOrg, withOrg } from './org-transaction.ts'
import { createPool } from './pool.ts'

const LUB = '01900000-0000-7000-8000-000000000001'
const TAO = '01900000-0000-7000-8000-000000000002'
const INSERT = 'insert into note (org_id, body) values (current_org(), $1)'
const READ = 'select body from note order by body'
const WHO = 'select pg_backend_pid() as pid, current_org() as org'

let database: TestDatabase
/** One connection: what happens to it is seen at its next use. */
let single: Pool
beforeAll(async () => {
  database = await createTestDatabase()
  single = createPool(database.appUrl, { max: 1 })
  await database.admin.query(`
    create table note (org_id uuid not null, body text not null, primary key (org_id, body));
    alter table note enable row level security;
    alter table note force row level security;
    create policy own on note using (org_id = current_org());
    grant select, insert, update, delete on note to yinuo_app`)
})
beforeEach(() => database.admin.query('truncate note'))
afterAll(async () => {
  await single.end()
  await database.drop()
})

const write = (org: string, body: string) =>
  withOrg(database.pool, org, (_db, query) => query(INSERT, [body]))
const read = (org: string) =>
  readOrg(database.pool, org, (_db, query) => query<{ body: string }>(READ))
const connection = async () =>
  (await callFunction<{ pid: number; org: string | null }>(single, WHO))[0]

describe('a transaction of one organisation (architecture §6)', () => {
  test('sees and writes that organisation’s rows only, and nothing without one', async () => {
    await write(LUB, 'oil')
    await write(TAO, 'shop')
    expect(await read(LUB)).toEqual([{ body: 'oil' }])
    expect(await read(TAO)).toEqual([{ body: 'shop' }])
    expect(await callFunction(database.pool, READ)).toEqual([])
    const foreign = withOrg(database.pool, LUB, (_db, query) =>
      query('insert into note values ($1, $2)', [TAO, 'smuggled']),
    )
    await expect(foreign).rejects.toThrow(/row-level security/)
    await expect(read(`${LUB}'; set role yinuo_admin; --`)).rejects.toThrow(
      /not an organisation id/,
    )
  })

  test('is rolled back when its work fails, and its connection goes on clean', async () => {
    const before = await connection()
    const failing = withOrg(single, LUB, async (_db, query) => {
      await query(INSERT, ['half'])
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    const twice = withOrg(single, LUB, (_db, query) =>
      Promise.all([query(INSERT, ['same']), query(INSERT, ['same'])]),
    )
    await expect(twice).rejects.toThrow(/duplicate key/)
    expect(await read(LUB)).toEqual([])
    expect(await connection()).toEqual({ pid: before?.pid, org: null })
  })

  test('does not pass for committed when an error in it was swallowed (commit.md, pitfall 2)', async () => {
    const swallowed = withOrg(database.pool, LUB, async (_db, query) => {
      await query(INSERT, ['kept?'])
      await query('select 1 / 0').catch(() => {})
    })
    await expect(swallowed).rejects.toThrow(/ended with ROLLBACK/)
    expect(await read(LUB)).toEqual([])
  })

  test('lets nothing through after its end', async () => {
    let late: (() => Promise<unknown>) | undefined
    await withOrg(database.pool, LUB, async (_db, query) => {
      late = () => query(INSERT, ['late'])
    })
    await expect(late?.()).rejects.toThrow(/after its transaction ended/)
    expect(await read(LUB)).toEqual([])
  })

  test('works with the query builder; a nested transaction is refused', async () => {
    const changed = await withOrg(database.pool, LUB, async (db) => {
      const inserted = await sql`insert into note values (current_org(), ${'built'})`.execute(db)
      await expect(db.transaction().execute(async () => {})).rejects.toThrow(
        /already inside a transaction/,
      )
      return inserted.numAffectedRows
    })
    expect(changed).toBe(1n)
    const found = await readOrg(database.pool, LUB, (db) => sql`select body from note`.execute(db))
    expect(found.rows).toEqual([{ body: 'built' }])
  })

  test('a read changes nothing and sees one moment throughout', async () => {
    await expect(readOrg(database.pool, LUB, (_db, query) => query(INSERT, ['x']))).rejects.toThrow(
      /read-only/,
    )
    await write(LUB, 'first')
    const [before, after] = await readOrg(database.pool, LUB, async (_db, query) => {
      const rows = await query(READ)
      await write(LUB, 'second')
      return [rows, await query(READ)]
    })
    expect(after).toEqual(before)
  })
})

describe('prepared statements (commit.md, pitfalls 1, 3)', () => {
  test('one that could not be parsed works once it can, on the same connection', async () => {
    const text = 'select count(*) as n from later'
    const before = await connection()
    await expect(callFunction(single, text)).rejects.toThrow(/"later" does not exist/)
    await database.admin.query('create table later (); grant select on later to yinuo_app')
    expect(await callFunction(single, text)).toEqual([{ n: 0 }])
    expect((await connection())?.pid).toBe(before?.pid)
  })

  test('one whose value cannot be converted is not lost by it', async () => {
    const text = 'select $1::jsonb as doc'
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    expect(await callFunction(single, text, [{ a: '一' }])).toEqual([{ doc: { a: '一' } }])
    await expect(callFunction(single, text, [circular])).rejects.toThrow(/circular/)
    expect(await callFunction(single, text, [{ a: '二' }])).toEqual([{ doc: { a: '二' } }])
  })

  test('one that a migration made outdated heals by itself', async () => {
    await database.admin.query(
      'create table widening (a int); grant select on widening to yinuo_app',
    )
    const text = 'select * from widening'
    await callFunction(single, text)
    await database.admin.query('alter table widening add b int')
    await callFunction(single, text).catch(() => {})
    expect(await callFunction(single, text)).toEqual([])
  })
})

test('values come back as they went in: times to the microsecond, fen, numbers beyond 2^53 refused', async () => {
  const values = {
    at: Temporal.Instant.from('2026-03-02T01:00:00.123456Z'),
    day: Temporal.PlainDate.from('2026-03-02'),
    civil: Temporal.PlainDateTime.from('2026-03-02T09:00:00'),
    fen: 9_007_199_254_740_991,
    names: ['a,"b"', '王'],
    span: Temporal.Duration.from('P1M2DT1H30M'),
  }
  const text = `select $1::timestamptz as at, $2::date as day, $3::timestamp as civil, $4::int8 as fen, $5::text[] as names, $6::interval as span,
    array[$1::timestamptz] as ats`
  const [row] = await callFunction<typeof values & { ats: Temporal.Instant[] }>(
    database.pool,
    text,
    Object.values(values),
  )
  expect(JSON.stringify(row)).toBe(JSON.stringify({ ...values, ats: [values.at] }))
  expect(row?.at).toBeInstanceOf(Temporal.Instant)
  await expect(callFunction(database.pool, 'select 9007199254740993 as n')).rejects.toThrow(
    /does not fit/,
  )
  await expect(callFunction(database.pool, 'select $1::date', [new Date()])).rejects.toThrow(
    /Temporal/,
  )
})

describe('connections', () => {
  test('a command costs two round trips, a read and a function call one', async () => {
    const proxy = await countingProxy(database.appUrl)
    const pool = createPool(proxy.url, { max: 1 })
    try {
      await callFunction(pool, WHO)
      const spent = async (run: () => Promise<unknown>) => {
        proxy.roundTrips()
        await run()
        return proxy.roundTrips()
      }
      expect(await spent(() => callFunction(pool, WHO))).toBe(1)
      expect(
        await spent(() => withOrg(pool, LUB, (_db, query) => query(INSERT, ['counted']))),
      ).toBe(2)
      const waited = await spent(() =>
        readOrg(pool, LUB, (_db, query) =>
          Promise.all([query(READ), query(WHO), query('select 1')]),
        ),
      )
      expect(waited).toBe(1)
    } finally {
      await pool.end()
      await proxy.close()
    }
  })

  test('when the network goes dead, what waits fails in time and the next connection works', async () => {
    const proxy = await countingProxy(database.appUrl)
    const pool = createPool(proxy.url, { max: 1, answerLimitMs: 200 })
    await callFunction(pool, WHO)
    proxy.fallSilent()
    await expect(withOrg(pool, LUB, (_db, query) => query(READ))).rejects.toThrow(
      /timeout|terminated/,
    )
    expect(pool.totalCount).toBe(0)
    await pool.end()
    await proxy.close()
  })

  test('a server that drops all connections harms neither the process nor the next call', async () => {
    const errors: Error[] = []
    const pool = createPool(database.appUrl, { max: 2, onError: (error) => errors.push(error) })
    const drop = () =>
      database.admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where usename = 'yinuo_app' and datname = current_database()`)
    const cut = withOrg(pool, LUB, async (_db, query) => {
      await query(INSERT, ['lost'])
      await drop()
      await new Promise((resolve) => setTimeout(resolve, 50))
      return await query(READ)
    })
    await expect(cut).rejects.toThrow()
    expect(await readOrg(pool, LUB, (_db, query) => query(READ))).toEqual([])
    await expect.poll(() => pool.idleCount).toBe(1)
    await drop()
    await expect.poll(() => errors.length).toBeGreaterThan(0)
    expect(await readOrg(pool, LUB, (_db, query) => query(READ))).toEqual([])
    await pool.end()
  })
})
