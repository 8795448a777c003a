import { randomUUID } from 'node:crypto'
import { type Colleague, createOffice, type OfficeOptions } from '@yinuo/server/testing'

// A test reads answers as the world does: JSON whose shape it states by what it expects.
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any
export type Answer = { readonly status: number; readonly body: Json }
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

/** The whole program with the people of S01, asked as they would ask it. */
export async function openOffice(options: OfficeOptions = {}) {
  const office = await createOffice(options)
  const { staff } = office

  function someone(who: Colleague): Someone {
    return {
      id: who.id,
      get: (url) => office.call<Json>(who, 'GET', url),
      post: (url, body = {}, key = randomUUID()) =>
        office.call<Json>(who, 'POST', url, body, { key }),
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
      const { body } = await office.call<Json>(colleague, 'POST', '/attachments?name=scan.png', PNG)
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
