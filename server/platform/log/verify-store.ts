import type { Json } from '@yinuo/domain'
import type { Query } from '../database/index.ts'

export type StoredEvent = {
  readonly stream_id: string
  readonly seq: number
  readonly noun: string
  readonly type: string
  readonly actor_id: string | null
  readonly business_at: Temporal.Instant
  readonly real_at: Temporal.Instant
  readonly digests: Readonly<Record<string, string>>
  readonly hash: Buffer
  /** Null when the row of values is gone altogether. */
  readonly fields: Readonly<Record<string, Json>> | null
  readonly salts: Readonly<Record<string, string>> | null
}

const EVENTS_PER_BATCH = 2_000

/** Every event of an organisation, stream by stream in order, some thousand at a time. */
export async function* readStreams(
  query: Query,
  orgId: string,
): AsyncGenerator<readonly StoredEvent[]> {
  let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const rows = await query<StoredEvent>(
      `select e.stream_id, e.seq, e.noun, e.type, e.actor_id, e.business_at, e.real_at, e.digests, e.hash, v.fields, v.salts
       from event e
       left join event_value v on v.org_id = e.org_id and v.stream_id = e.stream_id and v.seq = e.seq
       where e.org_id = $1 and (e.stream_id, e.seq) > ($2::uuid, $3::int)
       order by e.stream_id, e.seq limit $4`,
      [orgId, ...after, EVENTS_PER_BATCH],
    )
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = [last.stream_id, last.seq]
  }
}

export async function readOrphanedValues(
  query: Query,
  orgId: string,
): Promise<readonly { readonly stream_id: string; readonly seq: number }[]> {
  return query(
    `select v.stream_id, v.seq from event_value v
     where v.org_id = $1 and not exists (
       select from event e where e.org_id = v.org_id and e.stream_id = v.stream_id and e.seq = v.seq
     ) order by v.stream_id, v.seq`,
    [orgId],
  )
}

/** Where the state of a noun lies, and the columns that repeat what is in it. */
export const STATE_TABLES = {
  complaint: { table: 'complaint', id: 'complaint_id', state: 'state' },
  commitment: { table: 'commitment', id: 'commitment_id', state: 'state' },
  person: { table: 'person', id: 'user_id', state: 'null::jsonb' },
  customer: { table: 'customer', id: 'customer_id', state: 'null::jsonb' },
  phrase: { table: 'phrase', id: 'phrase_id', state: 'null::jsonb' },
} as const
export type StatefulNoun = keyof typeof STATE_TABLES

export type StateRow = {
  readonly id: string
  readonly seq: number
  readonly head_hash: Buffer
  readonly state: Json
  /** Columns beside the state; empty where there are none. */
  readonly beside: Readonly<Record<string, Json>>
}

const BESIDE: Readonly<Record<StatefulNoun, string>> = {
  complaint: `jsonb_build_object('number', number, 'status', status, 'step', step, 'owner', owner_id, 'recorder', recorder_id, 'customerId', customer_id)`,
  commitment: `jsonb_build_object('kind', kind, 'clock', clock, 'owner', owner_id, 'outcome', outcome)`,
  person: `'{}'::jsonb`,
  customer: `'{}'::jsonb`,
  phrase: `'{}'::jsonb`,
}

export async function readStates(
  query: Query,
  orgId: string,
  noun: StatefulNoun,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StateRow>> {
  const { table, id, state } = STATE_TABLES[noun]
  const rows = await query<StateRow>(
    `select ${id} as id, seq, head_hash, ${state} as state, ${BESIDE[noun]} as beside
     from ${table} where org_id = $1 and ${id} = any($2::uuid[])`,
    [orgId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** State rows that say they have events (`seq` above 0) and have none. */
export async function readStatesWithoutEvents(
  query: Query,
  orgId: string,
  noun: StatefulNoun,
): Promise<readonly { readonly id: string; readonly seq: number }[]> {
  const { table, id } = STATE_TABLES[noun]
  return query(
    `select t.${id} as id, t.seq from ${table} t
     where t.org_id = $1 and t.seq > 0
       and not exists (select from event e where e.org_id = t.org_id and e.stream_id = t.${id}) order by 1`,
    [orgId],
  )
}

export type StoredSeal = {
  readonly number: number
  readonly sealed_at: Temporal.Instant
  readonly heads: readonly (readonly [string, number, string])[]
  readonly mac: Buffer
}

/** Seals in order, one at a time: each may be megabytes. */
export async function* readSeals(query: Query, orgId: string): AsyncGenerator<StoredSeal> {
  let number = 0
  for (;;) {
    const [seal] = await query<StoredSeal>(
      'select number, sealed_at, heads, mac from seal where org_id = $1 and number > $2 order by number limit 1',
      [orgId, number],
    )
    if (seal === undefined) return
    yield seal
    number = seal.number
  }
}

/** Hash in hex of each of these events, null where there is none; in the order asked. */
export async function readHashes(
  query: Query,
  orgId: string,
  heads: readonly { readonly streamId: string; readonly seq: number }[],
): Promise<readonly (string | null)[]> {
  const rows = await query<{ hash: string | null }>(
    `select encode(e.hash, 'hex') as hash
     from unnest($2::uuid[], $3::int[]) with ordinality as h (stream_id, seq, place)
     left join event e on e.org_id = $1 and e.stream_id = h.stream_id and e.seq = h.seq
     order by h.place`,
    [orgId, heads.map((head) => head.streamId), heads.map((head) => head.seq)],
  )
  return rows.map((row) => row.hash)
}

/** The verifier reads for as long as it takes; ordinary statements end after seconds. */
export async function liftTimeLimit(query: Query): Promise<void> {
  await query('set local statement_timeout = 0')
}
