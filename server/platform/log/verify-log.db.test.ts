import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { builtInPlaybooks } from '@yinuo/playbooks'
import { walkCase } from '../../testing/case-walk.ts'
import { createOffice, type Office } from '../../testing/office.ts'
import { eventHash } from './chain.ts'
import { sealHeadsPath } from './seal-heads.ts'
import { ensureSealKey, sealKeyPath } from './seal-key.ts'
import { sealAll } from './sealing.ts'
import { type Finding, wordFinding } from './verify-finding.ts'
import { verifyOrganisations } from './verify-organisations.ts'

const silent = pino({ level: 'silent' })
const LOG_TABLES = ['event', 'event_value', 'seal'] as const
const STATE_KEYS = { complaint: 'complaint_id', commitment: 'commitment_id', person: 'user_id' }

let office: Office
let dataDir: string
let complaintId: string
let keptHeads: string

beforeAll(async () => {
  office = await createOffice()
  dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-verify-'))
  complaintId = (await walkCase(office, office, 'executing')).id
  await walkCase(office, office, 'registered')
  await office.act(office.staff.receptionist, 'POST', '/customers', {
    name: '鑫源润滑油经销部',
    party: 'agent',
    phone: '0519-80001234',
  })
  // Silence is noticed a day later, so that clocks have fired too.
  await office.setClock('2026-03-05T01:00:00Z')
  await office.app.worker.fireAll()
  await seal()
  keptHeads = readFileSync(sealHeadsPath(keyPath()), 'utf8')
  // What has happened since the last seal.
  await office.setClock('2026-03-06T01:00:00Z')
  await office.act(office.staff.handler, 'POST', `/complaints/${complaintId}/mark-chased`, {
    note: '客户催了一次',
  })
  for (const table of [...LOG_TABLES, ...Object.keys(STATE_KEYS)]) {
    // The owner of the tables, not the program: row-level security no longer binds him.
    await sql(`alter table ${table} no force row level security`)
    await sql(`create table kept_${table} as select * from ${table}`)
  }
})
afterEach(async () => {
  writeFileSync(sealHeadsPath(keyPath()), keptHeads)
  for (const table of LOG_TABLES) {
    await sql(`delete from ${table}`)
    await sql(`insert into ${table} select * from kept_${table}`)
  }
  for (const [table, id] of Object.entries(STATE_KEYS))
    await sql(
      `update ${table} t set seq = k.seq, head_hash = k.head_hash from kept_${table} k where k.${id} = t.${id}`,
    )
  await sql(
    `update complaint t set state = k.state, status = k.status from kept_complaint k where k.complaint_id = t.complaint_id`,
  )
})
afterAll(async () => {
  await office.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const sql = async <Row extends object>(text: string, params: unknown[] = []): Promise<Row[]> =>
  (await office.database.admin.query<Row>(text, params)).rows
const keyPath = (): string => sealKeyPath(dataDir, '')
const seal = () =>
  sealAll(
    office.database.pool,
    { key: ensureSealKey(keyPath()), headsPath: sealHeadsPath(keyPath()) },
    silent,
  )

async function verify(): Promise<{
  found: Pick<Finding, 'code' | 'streamId' | 'seq' | 'detail'>[]
  counts: Awaited<ReturnType<typeof verifyOrganisations>>
}> {
  const found: Finding[] = []
  const counts = await verifyOrganisations(
    office.database.pool,
    keyPath(),
    builtInPlaybooks(),
    (finding) => {
      expect(wordFinding(finding)).toContain(finding.code)
      found.push(finding)
    },
  )
  return {
    found: found.map(({ code, streamId, seq, detail }) => ({ code, streamId, seq, detail })),
    counts,
  }
}
const codes = async () => new Set((await verify()).found.map(({ code }) => code))

async function headOf(streamId: string): Promise<number> {
  const [row] = await sql<{ seq: number }>(
    'select max(seq) as seq from event where stream_id = $1',
    [streamId],
  )
  return row?.seq ?? 0
}

async function cut(streamId: string, from: number, until = 1_000_000): Promise<void> {
  for (const table of ['event', 'event_value'])
    await sql(`delete from ${table} where stream_id = $1 and seq between $2 and $3`, [
      streamId,
      from,
      until,
    ])
}

/** What a careful forger does: the state row says what the log then says. */
async function mendState(streamId: string): Promise<void> {
  await sql(
    `update complaint c set seq = e.seq, head_hash = e.hash from event e
     where c.complaint_id = $1 and e.stream_id = $1 and e.seq = (select max(seq) from event where stream_id = $1)`,
    [streamId],
  )
}

test('an untouched log verifies: every stream, value, replayed state and seal has been read', async () => {
  const { found, counts } = await verify()
  expect(found).toEqual([])
  const [real] = await sql<{ events: number; streams: number; cases: number }>(
    `select count(*) as events, count(distinct stream_id) as streams,
       (select count(*) from complaint) + (select count(*) from commitment) as cases from event`,
  )
  expect(counts).toMatchObject({ organisations: 1, events: real?.events, streams: real?.streams })
  expect(counts.replayed).toBe(real?.cases)
  expect(counts.values).toBeGreaterThan(100)
  expect(counts.seals).toBe(1)
  expect(counts.erased).toBe(0)
})

test('a value erased with its salt is no finding; it is counted', async () => {
  await sql(
    `update event_value set fields = fields - 'values.phone', salts = salts - 'values.phone' where stream_id = $1 and seq = 1`,
    [complaintId],
  )
  const { found, counts } = await verify()
  expect(found).toEqual([])
  expect(counts.erased).toBe(1)
})

test('a changed value is found and its field named', async () => {
  await sql(
    `update event_value set fields = jsonb_set(fields, '{values.reason}', '"油没有问题"') where stream_id = $1 and seq = 1`,
    [complaintId],
  )
  expect((await verify()).found).toEqual([
    { code: 'value-changed', streamId: complaintId, seq: 1, detail: 'values.reason' },
  ])
})

test('a value added, half erased, and a whole row of values taken away are found', async () => {
  await sql(
    `update event_value set fields = fields || '{"x": 1}', salts = salts - 'values.reason' where stream_id = $1 and seq = 1`,
    [complaintId],
  )
  await sql('delete from event_value where stream_id = $1 and seq = 2', [complaintId])
  expect((await verify()).found).toEqual(
    expect.arrayContaining([
      { code: 'value-unknown', streamId: complaintId, seq: 1, detail: 'x' },
      { code: 'value-half-erased', streamId: complaintId, seq: 1, detail: 'values.reason' },
      { code: 'values-missing', streamId: complaintId, seq: 2, detail: '' },
    ]),
  )
})

test('a changed digest, actor, type or time is found at its event', async () => {
  const changes = [
    `digests = jsonb_set(digests, '{values.reason}', '"AAAA"')`,
    `actor_id = gen_random_uuid()`,
    `type = 'chased'`,
    `business_at = business_at - interval '1 hour'`,
    `real_at = real_at + interval '1 millisecond'`,
    `noun = 'complaint '`,
  ]
  for (const change of changes) {
    await sql(`update event set ${change} where stream_id = $1 and seq = 1`, [complaintId])
    expect((await verify()).found).toContainEqual(
      expect.objectContaining({ code: 'event-changed', streamId: complaintId, seq: 1 }),
    )
    await sql(
      'update event e set digests = k.digests, actor_id = k.actor_id, type = k.type, noun = k.noun, business_at = k.business_at, real_at = k.real_at from kept_event k where k.stream_id = e.stream_id and k.seq = e.seq and e.stream_id = $1 and e.seq = 1',
      [complaintId],
    )
  }
})

test('an event taken out of the middle is found', async () => {
  await cut(complaintId, 3, 3)
  expect((await verify()).found).toEqual([
    { code: 'event-missing', streamId: complaintId, seq: 4, detail: '缺第 3 条' },
  ])
})

test('a tail cut off before it was sealed is found by the state row', async () => {
  const head = await headOf(complaintId)
  await cut(complaintId, head)
  expect((await verify()).found).toEqual([
    expect.objectContaining({ code: 'state-head', streamId: complaintId, seq: head - 1 }),
  ])
})

test('a sealed tail is missed even where the state row was mended to fit', async () => {
  await seal()
  const head = await headOf(complaintId)
  await cut(complaintId, head)
  await mendState(complaintId)
  const { found } = await verify()
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'sealed-missing', streamId: complaintId, seq: head }),
  )
})

test('a sealed stream that is gone altogether is missed, with its state row and without', async () => {
  const { id } = await walkCase(office, office, 'registered')
  await seal()
  await cut(id, 1)
  expect((await verify()).found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'sealed-missing', streamId: id }),
      expect.objectContaining({ code: 'stream-missing', streamId: id }),
    ]),
  )
  await sql('update complaint set seq = 0 where complaint_id = $1', [id])
  expect(await codes()).toContain('sealed-missing')
  // The rest of this test's case is its own to clear away.
  for (const table of ['commitment', 'complaint'])
    await sql(`delete from ${table} where complaint_id = $1`, [id])
})

test('a history rewritten without a flaw after sealing differs from its seal', async () => {
  await seal()
  const events = await sql<{
    seq: number
    noun: string
    type: string
    actor_id: string
    business_at: Temporal.Instant
    real_at: Temporal.Instant
    digests: Record<string, string>
  }>('select * from event where stream_id = $1 order by seq', [complaintId])
  let previous: Buffer = Buffer.alloc(32)
  for (const event of events) {
    // The forger lets another person have said it, and computes the whole chain anew.
    const actor = event.seq === 2 ? office.staff.newcomer.id : event.actor_id
    previous = eventHash(previous, {
      orgId: office.orgId,
      streamId: complaintId,
      seq: event.seq,
      noun: event.noun,
      type: event.type,
      actorId: actor,
      businessAt: event.business_at.toString(),
      realAt: event.real_at.toString(),
      digests: event.digests,
    })
    await sql('update event set hash = $3, actor_id = $4 where stream_id = $1 and seq = $2', [
      complaintId,
      event.seq,
      previous,
      actor,
    ])
  }
  await mendState(complaintId)
  const { found } = await verify()
  expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['sealed-changed']))
  expect(found[0]).toMatchObject({ streamId: complaintId })
})

test('an event put in later under an old time was never sealed', async () => {
  const id = crypto.randomUUID()
  const realAt = '2020-01-01T00:00:00Z'
  const content = {
    orgId: office.orgId,
    streamId: id,
    seq: 1,
    noun: 'site',
    type: 'site-created',
    actorId: null,
    businessAt: realAt,
    realAt,
    digests: {},
  }
  await sql(
    `insert into event (org_id, stream_id, seq, noun, type, actor_id, business_at, real_at, digests, hash)
     values ($1, $2, 1, 'site', 'site-created', null, $3, $3, '{}', $4)`,
    [office.orgId, id, realAt, eventHash(Buffer.alloc(32), content)],
  )
  expect((await verify()).found).toEqual([
    { code: 'unsealed', streamId: id, seq: 1, detail: realAt },
  ])
})

test('seals: the newest cut off, one taken out, one changed, and a lost key are found', async () => {
  await seal()
  await sql('delete from seal where number = 2')
  expect((await verify()).found).toEqual([
    expect.objectContaining({ code: 'seal-cut', detail: '库外到第 2 号，库里到第 1 号' }),
  ])
  // Sealing goes on after the gap and never closes it.
  await seal()
  expect(await codes()).toEqual(new Set(['seal-missing']))
  expect(
    (await sql<{ number: number }>('select number from seal order by 1')).map(
      ({ number }) => number,
    ),
  ).toEqual([1, 3])
  await sql(`update seal set heads = heads - 0 where number = 1`)
  expect(await codes()).toEqual(new Set(['seal-changed', 'seal-missing']))
  const elsewhere = path.join(dataDir, 'elsewhere', 'seal.key')
  const found: Finding[] = []
  await verifyOrganisations(office.database.pool, elsewhere, builtInPlaybooks(), (one) =>
    found.push(one),
  )
  expect(found.map(({ code }) => code)).toContain('seal-key-missing')
})

test('an edited state, a column beside it and a state row pointing elsewhere are found and named', async () => {
  await sql(
    `update complaint set state = jsonb_set(state, '{owner}', to_jsonb($2::text)) where complaint_id = $1`,
    [complaintId, office.staff.newcomer.id],
  )
  expect((await verify()).found).toEqual([
    expect.objectContaining({ code: 'state-differs', streamId: complaintId, detail: 'owner' }),
  ])
  await sql(
    `update complaint c set status = 'closed', state = k.state from kept_complaint k where k.complaint_id = c.complaint_id and c.complaint_id = $1`,
    [complaintId],
  )
  expect((await verify()).found).toEqual([
    expect.objectContaining({ code: 'state-differs', streamId: complaintId, detail: 'status' }),
  ])
  await sql(
    `update complaint c set status = k.status, head_hash = '\\x00' from kept_complaint k where k.complaint_id = c.complaint_id and c.complaint_id = $1`,
    [complaintId],
  )
  await sql(`update person set seq = seq + 1 where user_id = $1`, [office.staff.handler.id])
  expect((await verify()).found.map(({ code, streamId }) => [code, streamId])).toEqual(
    expect.arrayContaining([
      ['state-head', complaintId],
      ['state-head', office.staff.handler.id],
    ]),
  )
})

test('reading nothing is a finding, not a success', async () => {
  for (const table of LOG_TABLES) await sql(`delete from ${table}`)
  expect(await codes()).toContain('read-nothing')
})
