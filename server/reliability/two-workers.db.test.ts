import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommitmentWorker } from '../modules/commitment/index.ts'
import { createPool } from '../platform/database/index.ts'
import { walkCase } from '../testing/case-walk.ts'
import { createOffice, type Office } from '../testing/office.ts'

// Row 7 of reliability.md in its short form: a warning, a miss and each rung once, however many workers run.

const CASES = 10
const PROMISES_EACH = 50

let office: Office
beforeAll(async () => {
  office = await createOffice()
  for (let number = 0; number < CASES; number += 1) {
    const { id } = await walkCase(office, office, 'finding-out')
    for (let promise = 0; promise < PROMISES_EACH; promise += 1)
      await office.act(office.staff.handler, 'POST', `/complaints/${id}/promises`, {
        content: `第 ${promise} 个承诺`,
        toWhom: '罗经理',
        dueAt: '2026-03-02T08:00:00Z',
        source: 'call',
      })
  }
  await office.setClock('2026-03-02T09:00:00Z', true)
}, 300_000)
afterAll(() => office.stop())

type Fired = { readonly stream: string; readonly type: string; readonly count: number }

test(`two workers at once on ${CASES * PROMISES_EACH} due promises: every stage of each fires once and tells each person once`, async () => {
  const second = createPool(office.database.appUrl)
  const other = new CommitmentWorker({
    pool: second,
    logger: pino({ level: 'silent' }),
    directory: (orgId) => office.app.directories.read(orgId),
    changed: () => undefined,
    fired: () => undefined,
  })
  try {
    await Promise.all([
      office.app.worker.fireAll(),
      other.fireAll(),
      office.app.worker.fireAll(),
      other.fireAll(),
    ])
  } finally {
    await second.end()
  }
  const { rows: fired } = await office.database.admin.query<Fired>(
    `select e.stream_id as stream, e.type, count(*) as count
     from event e join commitment c on c.commitment_id = e.stream_id
     where c.kind = 'promise' and e.type <> 'commitment-opened' group by 1, 2`,
  )
  const streams = new Set(fired.map(({ stream }) => stream))
  expect(streams.size).toBe(CASES * PROMISES_EACH)
  expect(fired.filter(({ count }) => count !== 1)).toEqual([])
  for (const type of ['commitment-warned', 'commitment-missed'])
    expect(fired.filter((one) => one.type === type)).toHaveLength(streams.size)

  // The unique index is not the only guard: what it would have swallowed would be missing stages or doubled events above.
  const { rows: told } = await office.database.admin.query<{ people: number; notices: number }>(
    `select count(distinct (commitment_id, stage, user_id)) as people, count(*) as notices
     from notice n join commitment c using (org_id, commitment_id) where c.kind = 'promise'`,
  )
  expect(told[0]?.notices).toBe(told[0]?.people)
  // Warned: the handler. Missed: the handler and his superior, the leader of the site.
  expect(told[0]?.notices).toBeGreaterThanOrEqual(3 * streams.size)
  const { rows: left } = await office.database.admin.query(
    `select commitment_id from commitment where next_fire_at <= '2026-03-02T09:00:00Z'`,
  )
  expect(left).toEqual([])
})
