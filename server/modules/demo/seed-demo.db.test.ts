import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { api, OutputOf } from '@yinuo/contract'
import { type App, createApp } from '../../app.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts'
import { DemoDesk } from './demo-desk.ts'
import { DEMO_LOGINS, seedDemo } from './index.ts'

let database: TestDatabase
let app: App
let folder: string
const notices: string[] = []
const seed = () => seedDemo({ pool: database.pool, app, onNotice: (line) => notices.push(line) })

beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'yinuo-demo-'))
  app = await createApp({
    pool: database.pool,
    appUrl: database.appUrl,
    logger: pino({ level: 'error' }),
    version: 'test',
    dataDir: folder,
    demoLogins: DEMO_LOGINS,
    setupCode: '',
    checkOutput: true,
  })
  await seed()
})
afterAll(async () => {
  await app.stop()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('the demo is a plant in the middle of a Tuesday morning, with something in every step', async () => {
  const desk = new DemoDesk(app.server)
  type List = OutputOf<typeof api.complaint.list>
  const list = await desk.call<List>('zhoujianguo', 'GET', '/complaints?view=all&limit=100')
  expect(list.now).toMatch(/^2026-03-03T02:4/)
  expect(list.rows).toHaveLength(19)
  expect(new Set(list.rows.map((row) => row.statusLabel))).toEqual(
    new Set([
      '待签字',
      '已移交',
      '了解中',
      '分析协商中',
      '待批准',
      '已批准待回复',
      '待签协议',
      '执行中',
      '跟踪中',
      '已结案',
    ]),
  )
  const { rows } = await database.admin.query<{ outcome: string }>(
    `select distinct outcome from commitment order by outcome`,
  )
  expect(rows.map((row) => row.outcome)).toEqual(expect.arrayContaining(['met', 'open', 'broken']))
})

test('CMP-10: the invoice of S01 finds its customer and the batch', async () => {
  const desk = new DemoDesk(app.server)
  type Found = OutputOf<typeof api.customer.find>
  const { hits } = await desk.call<Found>('liufang', 'GET', '/customers/find?q=04418237')
  expect(hits).toMatchObject([
    { name: '鑫源润滑油经销部', invoice: { lines: [{ batch: '20251118-B2', quantity: 20 }] } },
  ])
})

test('SYS-05: what fell due on the way fired at its own time, not when the demo was made', async () => {
  const { rows } = await database.admin.query<{ late: number }>(
    `select max(extract(epoch from missed_at - due_at))::float8 as late from commitment where missed_at is not null`,
  )
  expect(rows[0]?.late).toBeLessThan(5)
})

test('everybody of the demo logs in; STF-01: 王小明 is assessed and still holds no post', async () => {
  const desk = new DemoDesk(app.server)
  type Me = OutputOf<typeof api.session.me>
  const posts = await Promise.all(
    DEMO_LOGINS.map(async ({ login }) => (await desk.call<Me>(login, 'GET', '/me')).posts.length),
  )
  expect(posts).toEqual(DEMO_LOGINS.map(({ login }) => (login === 'wangxiaoming' ? 0 : 1)))
})

test('a filled demo is left as it is; one left half made says in a line what to do', async () => {
  const said = notices.length
  // False: nothing was made, so nothing known of its log is forgotten.
  expect(await seed()).toBe(false)
  expect(notices).toHaveLength(said)
  await database.admin.query(`update organisation set name = name || '（正在准备）'`)
  await expect(seed()).rejects.toThrow(/删除 data 目录/)
})
