import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtInPlaybooks } from '@yinuo/playbooks'
import { walkCase } from '../../testing/case-walk.ts'
import { createOffice, type Office } from '../../testing/office.ts'
import { readSealHeads, sealHeadsPath } from './seal-heads.ts'
import { ensureSealKey, sealKeyPath } from './seal-key.ts'
import { sealAll, startSealing } from './sealing.ts'
import type { Finding } from './verify-finding.ts'
import { verifyOrganisations } from './verify-organisations.ts'

const silent = pino({ level: 'silent' })

let office: Office
let dataDir: string
beforeAll(async () => {
  office = await createOffice()
  dataDir = mkdtempSync(path.join(tmpdir(), 'yinuo-seal-'))
})
afterAll(async () => {
  await office.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const keyPath = (): string => sealKeyPath(dataDir, '')
const files = () => ({ key: ensureSealKey(keyPath()), headsPath: sealHeadsPath(keyPath()) })
const seal = () => sealAll(office.database.pool, files(), silent)
const change = () => walkCase(office, office, 'signed')

type SealRow = {
  readonly number: number
  readonly mac: Buffer
  readonly heads: [string, number, string][]
}
const seals = async () =>
  (await office.database.admin.query<SealRow>('select * from seal order by number')).rows

async function findings(): Promise<readonly Finding[]> {
  const found: Finding[] = []
  await verifyOrganisations(office.database.pool, keyPath(), builtInPlaybooks(), (one) =>
    found.push(one),
  )
  return found
}

test('several nodes sealing at once make one seal; where nothing moved none is made', async () => {
  await Promise.all([seal(), seal(), seal(), seal()])
  await seal()
  const [first, ...more] = await seals()
  expect(more).toEqual([])
  const { rows } = await office.database.admin.query<{ streams: number }>(
    'select count(distinct stream_id) as streams from event',
  )
  expect(first?.heads).toHaveLength(rows[0]?.streams ?? 0)
  expect(await findings()).toEqual([])
})

test('a seal holds the heads that moved since the one before, also those that were written before it and committed after', async () => {
  const { id } = await change()
  await seal()
  const moved = (await seals()).at(-1)?.heads ?? []
  expect(moved.filter(([stream]) => stream === id)).toEqual([[id, 2, expect.any(String)]])
  expect(moved.some(([stream]) => stream === office.orgId)).toBe(false)

  // As if its transaction had been slow: its time lies before the seal above.
  const { rows } = await office.database.admin.query<{ id: string }>(
    `with late as (select gen_random_uuid() as id)
     insert into event (org_id, stream_id, seq, noun, type, business_at, real_at, digests, hash)
     select $1, late.id, 1, 'site', 'site-created', clock_timestamp(), clock_timestamp() - interval '5 minutes', '{}', '\\x00' from late
     returning stream_id as id`,
    [office.orgId],
  )
  await seal()
  expect((await seals()).at(-1)?.heads).toEqual([[rows[0]?.id, 1, '00']])
  await office.database.admin.query('delete from event where stream_id = $1', [rows[0]?.id])
  await office.database.admin.query('delete from seal where number = 3')
  rmSync(sealHeadsPath(keyPath()))
})

test('the program seals at start and once more when it stops; the file beside the key names the newest', async () => {
  await change()
  const before = (await seals()).length
  const stop = startSealing(office.database.pool, dataDir, silent)
  await expect.poll(seals).toHaveLength(before + 1)
  await change()
  await stop()
  const all = await seals()
  expect(all).toHaveLength(before + 2)
  expect(await findings()).toEqual([])
  const { rows } = await office.database.admin.query<{ name: string }>(
    'select current_database() as name',
  )
  const newest = readSealHeads(sealHeadsPath(keyPath()), rows[0]?.name ?? '').get(office.orgId)
  const last = all.at(-1)
  expect(newest).toEqual({ number: last?.number, mac: last?.mac.toString('hex') })
})

test('the key is read by its owner only, is made once and never lies in the database', async () => {
  const before = ensureSealKey(keyPath())
  expect(ensureSealKey(keyPath())).toEqual(before)
  expect(statSync(keyPath()).mode & 0o777).toBe(0o600)
  const { rows } = await office.database.admin.query<{ text: string }>(
    `select string_agg(s::text, '') as text from seal s`,
  )
  expect(rows[0]?.text).toContain(office.orgId)
  for (const form of [readFileSync(keyPath(), 'utf8').trim(), before.toString('hex')])
    expect(rows[0]?.text).not.toContain(form)
  expect(sealKeyPath(dataDir, '/run/secrets/seal')).toBe('/run/secrets/seal')
})
