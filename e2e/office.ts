import { randomUUID } from 'node:crypto'
import type { api, ComplaintView, OutputOf, Problem } from '@yinuo/contract'
import { type Colleague, createOffice, type OfficeOptions } from '@yinuo/server/testing'

export type Answer = { readonly status: number; readonly body: unknown }
export type DayView = OutputOf<typeof api.commitment.myDay>
export type NoticesView = OutputOf<typeof api.commitment.notices>
export type ListView = OutputOf<typeof api.complaint.list>
export type TasksView = OutputOf<typeof api.complaint.listTasks>
export type TimelineView = OutputOf<typeof api.complaint.timeline>
export type Someone = {
  readonly id: string
  get(url: string): Promise<Answer>
  post(url: string, body?: object, key?: string): Promise<Answer>
}
export type E2eOffice = Awaited<ReturnType<typeof openOffice>>

/** The smallest whole PNG, one transparent dot: a scan's first bytes are what counts. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** The body of an answer that must be good; the server has held it against the contract. */
export async function done<Body = ComplaintView>(answer: Promise<Answer>): Promise<Body> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`expected 200, got ${status}: ${JSON.stringify(body)}`)
  return body as Body
}

/** The problem of an answer that must be one of this status. */
export async function problemOf(answer: Promise<Answer>, expected: number): Promise<Problem> {
  const { status, body } = await answer
  if (status !== expected)
    throw new Error(`expected ${expected}, got ${status}: ${JSON.stringify(body)}`)
  return body as Problem
}

/** The whole program with the people of S01, asked as they would ask it. */
export async function openOffice(options: OfficeOptions = {}) {
  const office = await createOffice(options)
  const { staff } = office

  function someone(who: Colleague): Someone {
    return {
      id: who.id,
      get: (url) => office.call<unknown>(who, 'GET', url),
      post: (url, body = {}, key = randomUUID()) =>
        office.call<unknown>(who, 'POST', url, body, { key }),
    }
  }

  return {
    ...office,
    liufang: someone(staff.receptionist),
    chenzhiqiang: someone(staff.handler),
    wutong: someone(staff.secondHandler),
    zhoujianguo: someone(staff.leader),
    zhaoyong: someone(staff.warehouse),
    sunli: someone(staff.marketing),
    admin: someone(staff.administrator),
    wangxiaoming: staff.newcomer.id,
    /** Everything stored of a case as one text, and how many refusals there are; reads as the owner of the tables. */
    async snapshot(id: string): Promise<{ readonly stored: string; readonly refusals: number }> {
      const { rows } = await office.database.admin.query<{ stored: string; refusals: number }>(
        SNAPSHOT,
        [id],
      )
      return rows[0] ?? { stored: '', refusals: 0 }
    },
    async uploadScan(who: Someone): Promise<string> {
      const colleague = Object.values(staff).find((one) => one.id === who.id) ?? staff.handler
      const { body } = await office.call<{ id: string }>(
        colleague,
        'POST',
        '/attachments?name=scan.png',
        PNG,
      )
      return body.id
    },
    async now(): Promise<Temporal.Instant> {
      return Temporal.Instant.from(await office.app.clock.business(office.orgId))
    },
  }
}

const SNAPSHOT = `
  select jsonb_build_object(
    'complaint', (select to_jsonb(c) from complaint c where c.complaint_id::text = $1),
    'complaints', (select count(*) from complaint),
    'customers', (select count(*) from customer),
    'events', (select count(*) from event),
    'values', (select jsonb_agg(v order by v.seq) from event_value v where v.stream_id::text = $1),
    'commitments', (select jsonb_agg(m order by m.commitment_id) from commitment m where m.complaint_id::text = $1),
    'tasks', (select jsonb_agg(t order by t.task_id) from task t where t.complaint_id::text = $1),
    'notices', (select count(*) from notice),
    'keys', (select count(*) from idempotency)
  )::text as stored, (select count(*)::int from refusal) as refusals`
