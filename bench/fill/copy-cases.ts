import { type Client, escapeLiteral } from 'pg'
import type { Company } from '../prepare-company.ts'
import { insertCopied } from './copied-columns.ts'
import type { SampleCases } from './make-sample-cases.ts'

const OPEN_SHARE = 0.2
const LATE_SHARE = 0.08
const HANDLERS = 20
const NEWCOMER_CASES = 3
const CLOSED_EVENTS = 3
/** Of a hundred open cases. */
const OPEN_MIX = { unsigned: 5, handedOver: 10, acknowledged: 70, worked: 15 } as const

/**
 * Very many cases with ids, numbers, customers, handlers and times of their own, copied by SQL from the real ones: a fifth
 * open, of these 8 % late and the rest due within three days; the closed ones from the last two years, with their first
 * three events only. Hashes are copied, so the log of this database does not verify. Nothing copied fires during the bench.
 */
export async function copyCases(
  admin: Client,
  { orgId, handler, newcomer }: Company,
  samples: SampleCases,
  count: number,
): Promise<void> {
  const mix = Object.entries(OPEN_MIX).flatMap(([place, share]) =>
    Array.from({ length: share }, (_, index) => {
      const ids = samples[place as keyof typeof OPEN_MIX]
      return ids[index % ids.length]
    }),
  )
  const handlers = [handler.id, ...(await copyHandlers(admin, orgId, handler.id))]
  await admin.query('select setseed(0.5)')
  await admin.query(
    // Materialised: a plan that reads the draws twice would draw twice.
    `create temp table fresh as
     with drawn as materialized (
       select n, random() < $4 as is_open, random() < $5 as is_late, random() as age, floor(random() * cardinality($1::uuid[]))::int as open_sample,
         floor(random() * cardinality($2::uuid[]))::int as closed_sample, ($6::uuid[])[1 + floor(random() * cardinality($6::uuid[]))::int] as handler,
         1 + floor(random() * (select count(*) from customer where org_id = $7))::int as customer
       from generate_series(1, $3::int) as n
     ), placed as (
       select d.*, t.complaint_id as old_id, t.received_at, case
         when not d.is_open then make_interval(secs => -d.age * 730 * 86400)
         when t.next_due_at > clock_timestamp() + interval '1 year' then make_interval(secs => -d.age * 3 * 86400)
         when d.is_late then clock_timestamp() - make_interval(secs => d.age * 3 * 86400) - t.next_due_at
         else clock_timestamp() + make_interval(secs => 3600 + d.age * 3 * 86400) - t.next_due_at
       end as shift
       from drawn d join complaint t on t.org_id = $7
         and t.complaint_id = case when d.is_open then ($1::uuid[])[1 + d.open_sample] else ($2::uuid[])[1 + d.closed_sample] end
     ), numbered_customer as materialized (
       select customer_id, name as customer_name, row_number() over (order by customer_id) as customer from customer where org_id = $7
     )
     select p.n, p.old_id, uuidv7(p.shift) as new_id, p.shift, p.handler, p.is_open, c.customer_id, c.customer_name,
       'TC-' || to_char(p.received_at + p.shift, 'YYYYMMDD') || '-' || lpad(row_number() over (partition by (p.received_at + p.shift)::date)::text, 4, '0') as number
     from placed p join numbered_customer c using (customer)`,
    [mix, samples.closed, count, OPEN_SHARE, LATE_SHARE, handlers, orgId],
  )
  await admin.query(
    `update fresh set handler = $1 where n in (
       select f.n from fresh f join complaint t on t.org_id = $3 and t.complaint_id = f.old_id where t.owner_id = $4 and f.is_open limit $2
     )`,
    [newcomer.id, NEWCOMER_CASES, orgId, handler.id],
  )
  await copyRows(admin, escapeLiteral(orgId), escapeLiteral(handler.id))
  await admin.query('drop table fresh, fresh_stream')
}

async function copyHandlers(admin: Client, orgId: string, handlerId: string): Promise<string[]> {
  const insert = await insertCopied(admin, 'person', {
    own: { user_id: 'uuidv7()', login: `'handler-' || n`, name: 't.name || n' },
  })
  const { rows } = await admin.query<{ id: string }>(
    `${insert} from person t, generate_series(2, $3::int) as n where t.org_id = $1 and t.user_id = $2 returning user_id as id`,
    [orgId, handlerId, HANDLERS],
  )
  return rows.map(({ id }) => id)
}

/** `org` and `handler` are literals: what these statements make has no parameters of its own. */
async function copyRows(admin: Client, org: string, handler: string): Promise<void> {
  const byType = {
    // The year 9999 stands for never.
    'timestamp with time zone': (time: string) =>
      `case when ${time} >= '9999-01-01' then ${time} else ${time} + f.shift end`,
    // A copied case names itself and its handler in its documents too.
    jsonb: (document: string) =>
      `replace(replace(${document}::text, f.old_stream::text, f.new_stream::text), ${handler}, f.handler::text)::jsonb`,
    uuid: (id: string) => `case when ${id} = ${handler}::uuid then f.handler else ${id} end`,
  }
  const insert = (table: string, own: Readonly<Record<string, string>>) =>
    insertCopied(admin, table, { own: { org_id: 't.org_id', ...own }, byType })

  const complaint = await insert('complaint', {
    complaint_id: 'f.new_id',
    number: 'f.number',
    customer_id: 'f.customer_id',
    customer_name: 'f.customer_name',
    state: `${byType.jsonb('t.state')} || jsonb_build_object('number', f.number, 'customerId', f.customer_id)`,
  })
  const involved = await insert('complaint_involved', { complaint_id: 'f.new_id' })
  const commitment = await insert('commitment', {
    commitment_id: 'f.new_stream',
    complaint_id: 'f.new_id',
    missed_at: `case when t.outcome = 'open' and t.due_at + f.shift < clock_timestamp() then t.due_at + f.shift else t.missed_at + f.shift end`,
    next_fire_at: `case when t.next_fire_at + f.shift > clock_timestamp() + interval '1 hour' then t.next_fire_at + f.shift end`,
  })
  // Made long ago as far as the seals are concerned: they look at what is newer than the last one.
  const event = await insert('event', {
    stream_id: 'f.new_stream',
    real_at: `t.real_at + f.shift - interval '30 days'`,
  })
  const value = await insert('event_value', { stream_id: 'f.new_stream', salts: 't.salts' })
  const kept = `where f.is_open or (f.old_stream = f.old_id and t.seq <= ${CLOSED_EVENTS})`
  const statements = [
    `create temp table fresh_stream as
     select f.*, f.old_id as old_stream, f.new_id as new_stream from fresh f
     union all
     select f.*, k.commitment_id, uuidv7(f.shift) from fresh f join commitment k on k.org_id = ${org} and k.complaint_id = f.old_id`,
    'analyze fresh_stream',
    `${complaint} from fresh_stream f join complaint t on t.org_id = ${org} and t.complaint_id = f.old_stream`,
    `${involved} from fresh_stream f join complaint_involved t on t.org_id = ${org} and t.complaint_id = f.old_stream on conflict do nothing`,
    `${commitment} from fresh_stream f join commitment t on t.org_id = ${org} and t.commitment_id = f.old_stream`,
    `${event} from fresh_stream f join event t on t.org_id = ${org} and t.stream_id = f.old_stream ${kept}`,
    `${value} from fresh_stream f join event_value t on t.org_id = ${org} and t.stream_id = f.old_stream ${kept}`,
  ]
  for (const statement of statements) await admin.query(statement)
}
