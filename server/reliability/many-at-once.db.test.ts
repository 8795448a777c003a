import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ComplaintReceipt, Problem } from '@yinuo/contract'
import { registration } from '../testing/case-walk.ts'
import { type Company, createOffice, type Office } from '../testing/office.ts'

// Commands that come at the same time share a call to the database (ADR 6); nobody may notice.

let office: Office
let other: Company
beforeAll(async () => {
  office = await createOffice()
  other = await office.openCompany('无锡海润油品厂', 'wx-')
})
afterAll(() => office.stop())

/** Sent together, so that all but the first ones travel in groups. */
async function together(
  requests: readonly { readonly from: Company; readonly changes: object; readonly key?: string }[],
) {
  return Promise.all(
    requests.map(({ from, changes, key = randomUUID() }) =>
      office.call<ComplaintReceipt & Problem>(
        from.staff.receptionist,
        'POST',
        '/complaints',
        registration(changes),
        { key },
      ),
    ),
  )
}

const countOf = async (sql: string, params: readonly unknown[] = []): Promise<number> =>
  (await office.database.admin.query<{ count: number }>(sql, [...params])).rows[0]?.count ?? -1

/** Rows of one transaction carry its number: how many organisations each of the transactions behind these cases has. */
async function organisationsPerCall(ids: readonly string[]): Promise<readonly number[]> {
  const { rows } = await office.database.admin.query<{ organisations: number }>(
    `select count(distinct org_id) as organisations from complaint where complaint_id = any($1) group by xmin::text`,
    [ids],
  )
  return rows.map(({ organisations }) => organisations)
}

test('SYS-08, SYS-15: registrations of two organisations that share a call are each kept in their own, with three events each', async () => {
  const calls: number[] = []
  // Who meets whom is up to the moment; a few rounds bring both organisations into one call.
  for (let round = 0; round < 10 && !calls.includes(2); round += 1) {
    const answers = await together(
      Array.from({ length: 40 }, (_, index) => ({
        from: index % 2 === 0 ? office : other,
        changes: {},
      })),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    calls.push(...(await organisationsPerCall(answers.map(({ body }) => body.id))))
    for (const [index, { body }] of answers.entries()) {
      const home = index % 2 === 0 ? office : other
      const { rows } = await office.database.admin.query<{ org_id: string; rows: number }>(
        `select org_id, count(*) as rows from (
           select org_id from complaint where complaint_id = $1
           union all select org_id from commitment where complaint_id = $1
           union all select org_id from event where stream_id = $1
           union all select org_id from event where stream_id in (select commitment_id from commitment where complaint_id = $1)
           union all select org_id from idempotency where subject_id = $1
         ) one group by org_id`,
        [body.id],
      )
      expect(rows.map((row) => row.org_id)).toEqual([home.orgId])
      expect(rows[0]?.rows).toBe(1 + 2 + 1 + 2 + 1)
    }
  }
  expect(calls).toContain(2)
})

test('one that cannot be done fails alone: those it travelled with are registered, once each', async () => {
  const before = await countOf('select count(*) from complaint')
  const unknown = randomUUID()
  const answers = await together(
    Array.from({ length: 24 }, (_, index) => ({
      from: office,
      changes: index % 6 === 5 ? { customerId: unknown, id: randomUUID() } : {},
    })),
  )
  const failed = answers.filter(({ status }) => status !== 200)
  expect(failed.map(({ status, body }) => [status, body.error])).toEqual(
    Array.from({ length: 4 }, () => [400, 'invalid']),
  )
  expect(await countOf('select count(*) from complaint')).toBe(before + 20)
})

test('SYS-08: repeats in the same group have one effect and all get its answer', async () => {
  const before = await countOf('select count(*) from complaint')
  const keys = Array.from({ length: 5 }, () => randomUUID())
  const answers = await together(
    Array.from({ length: 30 }, (_, index) => ({
      from: office,
      changes: {},
      key: keys[index % keys.length] ?? '',
    })),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  for (const [at] of keys.entries())
    expect(
      new Set(answers.filter((_, index) => index % keys.length === at).map(({ body }) => body.id))
        .size,
    ).toBe(1)
  expect(await countOf('select count(*) from complaint')).toBe(before + 5)
})

test('SYS-02: a session that ended a moment ago writes nothing, though others travel with it', async () => {
  const leaver = await office.openCompany('镇江润泽公司', 'zj-')
  await together([{ from: leaver, changes: {} }])
  await office.database.admin.query('update session set revoked_at = now() where org_id = $1', [
    leaver.orgId,
  ])
  const answers = await together(
    Array.from({ length: 24 }, (_, index) => ({
      from: index % 4 === 3 ? leaver : office,
      changes: {},
    })),
  )
  expect(answers.map(({ status }) => status)).toEqual(
    answers.map((_, index) => (index % 4 === 3 ? 401 : 200)),
  )
  expect(await countOf('select count(*) from complaint where org_id = $1', [leaver.orgId])).toBe(1)
})
