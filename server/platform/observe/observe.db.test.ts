import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { registration, walkCase } from '../../testing/case-walk.ts'
import { createOffice, METRICS_TOKEN, type Office } from '../../testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await createOffice()
})
afterAll(() => office.stop())

const get = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode: status, body } = await office.app.server.inject({ url, headers })
  return { status, body }
}
const ready = async () => {
  // It is looked again after a second.
  await sleep(1_050)
  return get('/health/ready')
}
const scrape = async (): Promise<string> =>
  (await get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })).body

const valueOf = (text: string, name: string): number => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `))
  return line === undefined ? Number.NaN : Number(line.slice(name.length + 1))
}

test('the health check needs no login and says what fails by name, nothing more (SYS-01)', async () => {
  expect(await get('/health/live')).toEqual({ status: 200, body: '{"status":"live"}' })
  expect(await ready()).toEqual({
    status: 503,
    body: '{"status":"not-ready","failing":["worker"]}',
  })
  await office.app.start()
  expect(await ready()).toEqual({ status: 200, body: '{"status":"ready"}' })
})

test('a database that another node has upgraded is not ready for this program', async () => {
  const { admin } = office.database
  await admin.query(`insert into yinuo_migration (name, checksum) values ('0999_future', '')`)
  expect(await ready()).toEqual({
    status: 503,
    body: '{"status":"not-ready","failing":["migrations"]}',
  })
  await admin.query(`delete from yinuo_migration where name = '0999_future'`)
  expect((await ready()).status).toBe(200)
})

test('metrics are for whoever holds the token, and for nobody else on this machine', async () => {
  expect(await get('/metrics')).toEqual({ status: 401, body: '' })
  expect((await get('/metrics', { authorization: 'Bearer guess' })).status).toBe(401)
  const { token } = office.staff.administrator
  expect((await get('/metrics', { authorization: `Bearer ${token}` })).status).toBe(401)
  expect(await scrape()).toContain('yinuo_database_up 1')
})

test('metrics count answers by route, refusals by rule, clocks by how they stand, sockets and connections', async () => {
  const { receptionist, warehouse } = office.staff
  await walkCase(office, office, 'handed-over')
  await office.call(warehouse, 'POST', '/complaints', registration())
  await office.setClock('2026-03-02T09:00:00Z')
  await office.app.worker.fireAll()
  const address = await office.app.server.listen({ host: '127.0.0.1', port: 0 })
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/v1/live`, {
    headers: { authorization: `Bearer ${receptionist.token}` },
  })
  await new Promise((resolve) => socket.once('open', resolve))
  const text = await scrape()
  socket.terminate()
  expect(text).toMatch(
    /yinuo_http_request_duration_seconds_count\{method="POST",route="\/api\/v1\/complaints\/:id\/hand-over",status="2xx"\} 1/,
  )
  expect(text).toMatch(/yinuo_refusals_total\{rule="ROLE-22"\} 1/)
  expect(valueOf(text, 'yinuo_commitment_fired_late_seconds_count')).toBeGreaterThan(0)
  expect(valueOf(text, 'yinuo_live_sockets')).toBe(1)
  expect(valueOf(text, 'yinuo_database_connections')).toBeGreaterThan(0)
  expect(valueOf(text, 'yinuo_worker_silent_seconds')).toBeLessThan(30)
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(text).toContain('process_resident_memory_bytes')
})

test('how many clocks run and are late is counted over all organisations', async () => {
  const { rows } = await office.database.admin.query<{ running: number; late: number }>(
    `select count(*) as running, count(*) filter (where due_at < business_now(org_id)) as late
     from commitment where outcome = 'open'`,
  )
  const figures = await office.database.admin.query<{ running: number; late: number }>(
    'select running, late, unfired from commitment_figures()',
  )
  expect(Number(rows[0]?.late)).toBeGreaterThan(0)
  expect(figures.rows).toEqual([{ ...rows[0], unfired: 0 }])
})
