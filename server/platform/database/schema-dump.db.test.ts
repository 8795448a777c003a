import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts'
import { SCHEMA_DUMP_FILE, SCHEMA_TYPES_FILE } from './generated-files.ts'
import { describeSchema } from './schema-dump.ts'
import { describeTypes } from './schema-types.ts'

const REMEDY = 'npm exec -- node server/testing/generate-types.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('what is derived from the migrations is current', () => {
  test('server/migrations/schema.txt', async () => {
    expect(await describeSchema(database.admin), REMEDY).toBe(
      readFileSync(SCHEMA_DUMP_FILE, 'utf8'),
    )
  })

  test('server/platform/database/schema.ts', async () => {
    expect(await describeTypes(database.admin), REMEDY).toBe(
      readFileSync(SCHEMA_TYPES_FILE, 'utf8'),
    )
  })
})

test('the dump tells a changed body, policy, grant or column from the old one, and types follow the columns', async () => {
  await database.admin.query(`
    create domain fen as bigint;
    create table sample (org_id uuid, id uuid default gen_random_uuid(), total fen, due timestamptz, doc jsonb not null,
      marks int8[] not null, upper text generated always as (upper(doc ->> 'a')) stored, primary key (org_id, id));
    create function sample_one() returns int language sql return 1`)
  expect(await describeTypes(database.admin)).toContain(`export interface SampleTable {
  org_id: string
  id: Generated<string>
  total: number | null
  due: Temporal.Instant | null
  doc: unknown
  marks: number[]
  upper: GeneratedAlways<string | null>
}`)
  const changes = [
    'create or replace function sample_one() returns int language sql return 2',
    'alter function sample_one() security definer',
    'grant execute on function sample_one() to yinuo_app',
    'alter table sample enable row level security',
    'alter table sample force row level security',
    'create policy own on sample using (org_id = current_org())',
    'alter policy own on sample using (true)',
    'grant update (doc) on sample to yinuo_app',
    'alter table sample alter due set not null',
    'alter table sample add check (total > 0)',
    'create index on sample (org_id, due)',
  ]
  const seen = new Set([await describeSchema(database.admin)])
  for (const change of changes) {
    await database.admin.query(change)
    seen.add(await describeSchema(database.admin))
  }
  expect(seen.size).toBe(changes.length + 1)
  await database.admin.query('drop table sample; drop function sample_one; drop domain fen')
})
