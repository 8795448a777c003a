import { performance } from 'node:perf_hooks'
import type { Client } from 'pg'
import type { Ground } from '../ground.ts'
import type { RegistrationRows } from '../load/limit-statement.ts'
import type { Measured } from '../load/run-load.ts'
import { registrationRequests } from '../registration-requests.ts'
import { atLeast, atMost, type Section } from '../report.ts'
import { median } from '../statistics.ts'

const CONNECTIONS = [1, 8, 32] as const
const SAMPLES = 200
const WARM_UP_ANSWERS = 3_000
const WARM_UP_LIMIT_MS = 60_000

type Pair = { readonly limit: Measured; readonly ours: Measured }

/** Registrations a second through the HTTP API beside the limit, turn about, so that both meet the same machine and tables. */
export async function measureRegistration(ground: Ground): Promise<Section> {
  const { admin, company, generators, span, sizes } = ground
  const requests = registrationRequests(
    [{ token: company.receptionist.token, customers: ground.customers }],
    ground.texts,
  )
  const ours = (connections: number): Promise<Measured> =>
    generators.http.run(
      { kind: 'http', address: ground.program().address, connections, requests, ...span },
      ground.watched(),
    )
  await warmUp(ours)
  const samples = await registeredLast(admin, company.orgId)
  const limit = (connections: number): Promise<Measured> =>
    generators.limit.run(
      {
        kind: 'limit',
        appUrl: ground.appUrl,
        orgId: company.orgId,
        connections,
        samples,
        ...span,
      },
      ground.watched(),
    )
  await warmUp(limit)

  const results = new Map<number, Pair[]>()
  for (const connections of CONNECTIONS) {
    const pairs: Pair[] = []
    for (let round = 0; round < sizes.rounds; round += 1)
      pairs.push({
        limit: await limit(connections),
        ours: await counted(ground, () => ours(connections)),
      })
    results.set(connections, pairs)
  }
  return present(results, samples[0], ground.textSource)
}

/** A program in use has compiled what it runs all day; on a busy machine that takes longer than the seconds before each round. */
async function warmUp(run: (connections: number) => Promise<Measured>): Promise<void> {
  const until = performance.now() + WARM_UP_LIMIT_MS
  for (let answered = 0; answered < WARM_UP_ANSWERS && performance.now() < until;)
    answered += (await run(8)).answered
}

/** Every answer must have left exactly one complaint: a fast program that loses or doubles work is none. */
async function counted(ground: Ground, run: () => Promise<Measured>): Promise<Measured> {
  const before = await complaintCount(ground)
  const measured = await run()
  const made = (await complaintCount(ground)) - before
  if (made !== measured.answered)
    throw new Error(`${measured.answered} registrations answered, ${made} complaints found`)
  return measured
}

async function complaintCount({ admin, company }: Ground): Promise<number> {
  const { rows } = await admin.query<{ count: string }>(
    'select count(*) from complaint where org_id = $1',
    [company.orgId],
  )
  return Number(rows[0]?.count)
}

/** All rows that some registrations wrote, as the limit is to write them again. */
async function registeredLast(admin: Client, orgId: string): Promise<RegistrationRows[]> {
  const { rows } = await admin.query<{ rows: RegistrationRows }>(
    `select jsonb_build_object(
       'complaint', jsonb_build_array(to_jsonb(c)),
       'commitment', (select jsonb_agg(to_jsonb(k) order by k.commitment_id) from commitment k where k.org_id = c.org_id and k.complaint_id = c.complaint_id),
       'event', (select jsonb_agg(to_jsonb(e) order by e.stream_id, e.seq) from event e where e.org_id = c.org_id and e.stream_id = any(s.ids)),
       'event_value', (select jsonb_agg(to_jsonb(v) order by v.stream_id, v.seq) from event_value v where v.org_id = c.org_id and v.stream_id = any(s.ids)),
       'idempotency', (select jsonb_agg(to_jsonb(i)) from idempotency i where i.org_id = c.org_id and i.subject_id = c.complaint_id)
     ) as rows
     from (select * from complaint where org_id = $1 and version = 1 and signed_at is null and number like 'TS-%' order by received_at desc limit $2) c,
     lateral (select array_agg(k.commitment_id) || c.complaint_id as ids from commitment k where k.org_id = c.org_id and k.complaint_id = c.complaint_id) s`,
    [orgId, SAMPLES],
  )
  return rows.map((row) => row.rows)
}

function present(
  results: ReadonlyMap<number, readonly Pair[]>,
  sample: RegistrationRows | undefined,
  textSource: string,
): Section {
  const middle = (pairs: readonly Pair[], of: (pair: Pair) => number | null): number =>
    median(pairs.map((pair) => of(pair) ?? Number.NaN))
  const all = [...results]
  const figures = all.map(([connections, pairs]) => ({
    connections,
    ratio: middle(pairs, ({ ours, limit }) => ours.perSecond / limit.perSecond),
    p99: middle(pairs, ({ ours }) => ours.p99),
    cpu: middle(pairs, ({ ours }) => ours.programCpu),
    pairs,
  }))
  const line = (name: 'limit' | 'ours', connections: number, pairs: readonly Pair[]) => [
    `${connections} · ${name}`,
    middle(pairs, (pair) => pair[name].perSecond),
    middle(pairs, (pair) => pair[name].p50),
    middle(pairs, (pair) => pair[name].p99),
    Math.max(...pairs.map((pair) => pair[name].p99)),
    name === 'ours' ? middle(pairs, (pair) => pair.ours.programCpu) : null,
    middle(pairs, (pair) => pair[name].databaseCpu),
    middle(pairs, (pair) => pair[name].loadCpu),
    name === 'ours' ? middle(pairs, ({ ours, limit }) => ours.perSecond / limit.perSecond) : null,
  ]
  const counts = Object.entries(sample ?? {}).map(([table, rows]) => `${rows.length} ${table}`)
  return {
    title: 'Registering complaints (POST /api/v1/complaints), medians of the rounds',
    columns: [
      'connections',
      'per second',
      'p50 ms',
      'p99 ms',
      'worst p99',
      'program ms/op',
      'PostgreSQL ms/op',
      'load ms/op',
      'ratio',
    ],
    rows: figures.flatMap(({ connections, pairs }) => [
      line('limit', connections, pairs),
      line('ours', connections, pairs),
    ]),
    notes: [
      `limit: bare pg as yinuo_app, one prepared statement per registration writing the same rows (${counts.join(', ')}); texts: ${textSource}`,
    ],
    targets: [
      ...figures.map(({ connections, ratio }) =>
        atLeast(`registration at ${connections}: share of the limit`, ratio, 0.5),
      ),
      ...figures
        .filter(({ connections }) => connections === 32)
        .map(({ p99 }) => atMost('registration at 32: p99 ms', p99, 60)),
      ...figures.map(({ connections, cpu }) =>
        atMost(`registration at ${connections}: program CPU ms`, cpu, 1.2),
      ),
    ],
  }
}
