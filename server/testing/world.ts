import { randomUUIDv7 } from 'node:crypto'
import type { ComplaintView } from '@yinuo/contract'
import { uploadScan, walkCase } from './case-walk.ts'
import type { Company, Office } from './office.ts'

/** One of everything that has an id, in one company. */
export type World = {
  readonly company: Company
  readonly caseId: string
  readonly caseVersion: number
  /** Its fields say it plainly, so that a single word of it elsewhere is a leak. */
  readonly secret: string
  readonly taskId: string
  readonly promiseId: string
  readonly draftId: string
  readonly customerId: string
  readonly attachmentId: string
  readonly importId: string
  readonly noticeId: string
}

/** Makes it through the API, by the people whose work it is. */
export async function buildWorld(office: Office, company: Company, secret: string): Promise<World> {
  const { staff } = company
  const customer = await office.act<{ id: string }>(staff.receptionist, 'POST', '/customers', {
    name: `${secret}经销部`,
    party: 'agent',
    phone: '0519-80001234',
    address: `${secret}路18号`,
  })
  const view = await walkCase(office, company, 'executing', { customerId: customer.id })
  const task = view.tasks[0]
  if (task === undefined) throw new Error('the case has no tasks')
  const promise = await office.act<{ id: string }>(
    staff.handler,
    'POST',
    `/complaints/${view.id}/promises`,
    { content: `${secret}明天送到`, toWhom: '罗经理', dueAt: inDays(view, 1), source: 'call' },
  )
  const draftId = randomUUIDv7()
  await office.act(staff.receptionist, 'POST', '/intake-drafts', {
    id: draftId,
    playbook: 'LUB',
    content: { values: { company: `${secret}修理厂` } },
  })
  const imported = await office.act<{ id: string }>(
    staff.administrator,
    'POST',
    '/imports?kind=products&fileName=products.csv',
    Buffer.from(`编码,品名\nP-1,${secret}机油\n`),
  )
  const { notices } = await office.act<{ notices: { id: string }[] }>(
    staff.handler,
    'GET',
    '/notices',
  )
  const notice = notices[0]
  if (notice === undefined) throw new Error('the handler has no notice')
  return {
    company,
    secret,
    caseId: view.id,
    caseVersion: view.version,
    taskId: task.id,
    promiseId: promise.id,
    draftId,
    customerId: customer.id,
    attachmentId: await uploadScan(office, company),
    importId: imported.id,
    noticeId: notice.id,
  }
}

function inDays(view: ComplaintView, days: number): string {
  return Temporal.Instant.from(view.lastActivityAt)
    .add({ hours: 24 * days })
    .toString()
}
