import { afterAll, beforeAll, expect, test } from 'vitest'
import { createOffice, type Office } from '../../testing/index.ts'
import type { StaffName } from '../../testing/office-staff.ts'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { LIST_VIEWS } from '@yinuo/contract'
import { countStatement } from './counts-store.ts'
import { type ListFilter, listStatement } from './list-store.ts'

// The list at some size: its plan under row-level security, its order, its pages, and who sees what.

const CASES = 20_000

let office: Office
let leader: Principal
let handler: Principal

beforeAll(async () => {
  office = await createOffice()
  const { body: made } = await office.call<{ id: string }>(
    office.staff.receptionist,
    'POST',
    '/complaints',
    {
      playbook: 'LUB',
      kind: 'complaint',
      channel: 'phone',
      values: {
        company: '鑫源润滑油经销部',
        address: '常州市武进区',
        phone: '0519-80001234',
        reason: '油压报警',
        party: 'company',
        reporter: '罗经理',
      },
    },
  )
  // Copies of a case that came through the front door, spread over owners, times and states.
  await office.database.admin.query(
    `insert into complaint select (jsonb_populate_record(c, jsonb_build_object(
       'complaint_id', gen_random_uuid(), 'number', 'TS-20250101-' || lpad(n::text, 6, '0'),
       'owner_id', case when n % 50 = 0 then $2::text else $3::text end, 'recorder_id', $3::text,
       'next_due_at', '2026-03-01T00:00:00Z'::timestamptz + n * interval '7 minutes', 'rank_at', '2026-03-01T00:00:00Z'::timestamptz + n * interval '7 minutes',
       'received_at', '2026-02-01T00:00:00Z'::timestamptz + n * interval '1 minute',
       'closed_at', case when n % 4 = 0 then '2026-03-01T00:00:00Z'::timestamptz end))).*
     from complaint c, generate_series(1, ${CASES}) n where c.complaint_id = $1`,
    [made.id, office.staff.handler.id, office.staff.receptionist.id],
  )
  // Clocks on silence that have run out; of every second case something has happened since.
  await office.database.admin.query(
    `insert into commitment select (jsonb_populate_record(k, jsonb_build_object(
       'commitment_id', gen_random_uuid(), 'complaint_id', c.complaint_id, 'missed_at', '2026-03-01T00:00:00Z'::timestamptz,
       'due_at', '2026-03-01T00:00:00Z'::timestamptz + c.n % 2 * interval '1 day'))).*
     from commitment k, (select complaint_id, right(number, 6)::int as n from complaint where number like 'TS-20250101-%') c
     where k.complaint_id = $1 and k.clock = 'idle' and c.n % 50 in (1, 2)`,
    [made.id],
  )
  await vacuumWholly('complaint')
  await vacuumWholly('commitment')
  leader = await principalOf('leader')
  handler = await principalOf('handler')
})
afterAll(() => office.stop())

/** A glance of somebody else at the same moment keeps pages from being marked as visible to all, and then plans differ. */
async function vacuumWholly(table: 'complaint' | 'commitment'): Promise<void> {
  const { admin } = office.database
  for (let share = 0; share < 0.95;) {
    await admin.query(`vacuum analyze ${table}`)
    const { rows } = await admin.query<{ share: number }>(
      'select relallvisible::float8 / greatest(relpages, 1) as share from pg_class where oid = $1::regclass',
      [table],
    )
    share = rows[0]?.share ?? 1
  }
}

async function principalOf(who: 'leader' | 'handler'): Promise<Principal> {
  const principal = await office.app.sessions.principalOf(office.staff[who].token)
  if (principal === null) throw new Error('not logged in')
  return principal
}

async function planOf(
  principal: Principal,
  filter: Partial<ListFilter>,
  band: 'late' | 'ahead' = 'ahead',
): Promise<string> {
  return readOrg(office.database.pool, principal.orgId, async (db, query) => {
    const { sql, parameters } = listStatement(
      db,
      principal,
      {
        view: 'open',
        order: 'time-left',
        limit: 50,
        ...filter,
      },
      band,
    ).compile()
    const rows = await query<Record<string, string>>(`explain ${sql}`, parameters)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}

test('SYS-23: the list by time left walks its index as the application’s role, without sorting or reading the table', async () => {
  const plan = await planOf(leader, {})
  expect(plan).toContain('complaint_open_by_time_left')
  expect(plan).not.toMatch(/Seq Scan|Sort/)
})

test('SYS-23: what is late comes from the same index, without sorting', async () => {
  const plan = await planOf(leader, {}, 'late')
  expect(plan).toContain('complaint_open_by_time_left')
  expect(plan).not.toMatch(/Seq Scan|Sort/)
})

test('ESC-14: late cases stand first; a high risk is moved forward among the others only', async () => {
  const { rows } = await read('leader', 'limit=100')
  const times = await office.database.admin.query<{ late: boolean }>(
    'select next_due_at < $2 as late from unnest($1::uuid[]) with ordinality o(id, n) join complaint c on c.complaint_id = o.id order by n',
    [rows.map((row) => row.id), leader.now],
  )
  const flags = times.rows.map((row) => row.late)
  expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)))
  expect(flags).toContain(true)
})

test('SYS-23: one person’s cases come from the index by owner', async () => {
  const plan = await planOf(leader, { view: 'mine' })
  expect(plan).toMatch(/complaint_by_owner/)
  expect(plan).not.toMatch(/Seq Scan/)
})

type Page = { rows: { id: string; next: unknown; owner: { name: string } }[]; next: string | null }
const read = async (who: StaffName, query: string): Promise<Page> =>
  office.act<Page>(office.staff[who], 'GET', `/complaints?${query}`)

test.each(['leader', 'handler', 'receptionist', 'warehouse'] as const)(
  'the count of every view of the %s is what its list holds, exact below a thousand (SYS-23)',
  async (who) => {
    const { views } = await office.act<{ views: Record<string, number> }>(
      office.staff[who],
      'GET',
      '/complaints/counts',
    )
    for (const view of LIST_VIEWS) {
      let held = 0
      let cursor: string | null = ''
      while (cursor !== null && held < 1_000) {
        const after: string = cursor === '' ? '' : `&cursor=${cursor}`
        const page: Page = await read(who, `view=${view}&limit=100${after}`)
        held += page.rows.length
        cursor = page.next
      }
      expect({ view, count: views[view] }).toEqual({ view, count: held })
    }
  },
)

test('SYS-23: no count reads the whole table, whether one sees all or one’s own', async () => {
  for (const principal of [leader, handler]) {
    const plan = await readOrg(office.database.pool, principal.orgId, async (db, query) => {
      const { sql, parameters } = countStatement(db, principal, LIST_VIEWS).compile()
      const rows = await query<Record<string, string>>(`explain ${sql}`, parameters)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).not.toMatch(/Seq Scan on (complaint|commitment)\b/)
  }
})

test('ESC-13: silence has its own view and count: told of, over as soon as anything happens, and not counted as late', async () => {
  const before = await office.act<{ views: Record<string, number> }>(
    office.staff.leader,
    'GET',
    '/complaints/counts',
  )
  // One of fifty, of these half moved since; the closed ones no longer ask for anything.
  const { rows } = await office.database.admin.query<Record<'quiet' | 'late' | 'both', number>>(
    `with open as (select c.next_due_at < $1 as late, exists (select from commitment k where k.complaint_id = c.complaint_id
       and k.clock = 'idle' and k.missed_at = k.due_at) as quiet from complaint c where c.closed_at is null)
     select count(*) filter (where quiet) as quiet, count(*) filter (where late) as late, count(*) filter (where quiet and late) as both from open`,
    [leader.now],
  )
  const { quiet = 0, late = 0, both = 0 } = rows[0] ?? {}
  expect(before.views).toMatchObject({ quiet: Number(quiet), late: Number(late) })
  expect(Number(both)).toBeLessThan(Number(quiet))
})

test('pages follow one another without gap or repeat', async () => {
  const seen = new Set<string>()
  let cursor: string | null = ''
  for (let page = 0; page < 6 && cursor !== null; page += 1) {
    const answer: Page = await read(
      'leader',
      `limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`,
    )
    for (const row of answer.rows) {
      expect(seen.has(row.id)).toBe(false)
      seen.add(row.id)
    }
    cursor = answer.next
  }
  expect(seen.size).toBe(600)
})

test('ROLE-22, SYS-25: a handler sees the cases he is involved in, a leader all, a department none but through its tasks', async () => {
  expect(
    (await read('handler', 'view=all&limit=100')).rows.every((row) => row.owner.name === '陈志强'),
  ).toBe(true)
  expect((await read('leader', 'view=all&limit=100')).rows).toHaveLength(100)
  expect((await read('warehouse', 'view=all&limit=100')).rows).toEqual([])
})

test('a broken cursor is no error and shows the first page; unknown filters are refused by name', async () => {
  expect((await read('leader', 'cursor=%F0%9F%98%A1&limit=5')).rows).toHaveLength(5)
  const wrong = await office.call<{ error: string; fields: { path: string }[] }>(
    office.staff.leader,
    'GET',
    '/complaints?view=nonsense',
  )
  expect(wrong.status).toBe(400)
  expect(wrong.body.fields[0]?.path).toBe('view')
})

test('a case is found by its number, the tail of its number and its customer', async () => {
  const found = async (q: string): Promise<number> =>
    (await read('leader', `view=all&q=${encodeURIComponent(q)}`)).rows.length
  expect(await found('TS-20250101-000123')).toBe(1)
  expect(await found('ts-20250101-00012')).toBe(10)
  expect(await found('鑫源')).toBeGreaterThan(0)
  expect(await found('1')).toBe(1)
  expect(await found('没有这家')).toBe(0)
})

test('the plan for the handler’s own list does not read the whole table', async () => {
  const plan = await planOf(handler, { view: 'mine' })
  expect(plan).not.toMatch(/Seq Scan on complaint\b/)
})
