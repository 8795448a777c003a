import { randomUUID } from 'node:crypto'
import { PLAN, registration, SCAN_BYTES, TOLD } from './case-walk.ts'
import type { StaffName } from './office-staff.ts'
import type { RouteName } from './route-names.ts'
import type { World } from './world.ts'

export type Example = {
  readonly by: StaffName
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** An object is sent as JSON, bytes as they are. */
  readonly body?: object | Buffer
}

const to = (id: string, body: object = {}) => ({ params: { id }, body })
const UNKNOWN_SECRET = 'x'.repeat(43)
const PASSWORD = 'another-long-password'
const CONTACT = { means: 'phone', person: '罗经理', reached: true, content: '问了使用情况' }

/**
 * Input that the contract accepts for every route, about the things of one world, and somebody whose post may do it. A new
 * route without an example does not compile.
 */
export const EXAMPLES: Readonly<Record<RouteName, (world: World) => Example>> = {
  'session.hello': () => ({ by: 'newcomer' }),
  'session.setup': () => ({
    by: 'newcomer',
    body: {
      setupCode: 'AAAA-AAAA-AAAA',
      organisation: '第三家',
      site: '总厂',
      administrator: '某人',
      login: 'somebody',
      password: PASSWORD,
    },
  }),
  'session.login': () => ({ by: 'newcomer', body: { login: 'nobody-here', password: 'x' } }),
  'session.logout': () => ({ by: 'newcomer', body: {} }),
  'session.me': () => ({ by: 'newcomer' }),
  'session.changePassword': () => ({
    by: 'newcomer',
    body: { current: 'not-the-password', next: PASSWORD },
  }),

  'intake.listDrafts': () => ({ by: 'receptionist' }),
  'intake.startDraft': () => ({
    by: 'receptionist',
    body: { id: randomUUID(), playbook: 'LUB', content: {} },
  }),
  'intake.readDraft': ({ draftId }) => ({ by: 'receptionist', params: { id: draftId } }),
  'intake.saveDraft': ({ draftId }) => ({
    by: 'receptionist',
    ...to(draftId, { revision: 7, content: { values: { reason: '油压报警' } } }),
  }),
  'intake.discardDraft': ({ draftId }) => ({
    by: 'receptionist',
    ...to(draftId, { reason: '打错电话' }),
  }),
  'intake.similar': ({ draftId }) => ({ by: 'receptionist', params: { id: draftId } }),
  'intake.registerDraft': ({ draftId, customerId, company }) => ({
    by: 'receptionist',
    ...to(draftId, {
      content: { ...registration(), customerId },
      sign: true,
      handOverTo: company.staff.handler.id,
    }),
  }),
  'intake.mergeDraft': ({ draftId, caseId }) => ({
    by: 'receptionist',
    ...to(draftId, { complaintId: caseId, content: { values: { reason: '又来电话' } } }),
  }),
  'intake.register': ({ customerId, company }) => ({
    by: 'receptionist',
    body: registration({ customerId, sign: true, handOverTo: company.staff.handler.id }),
  }),

  'complaint.list': ({ customerId, company }) => ({
    by: 'leader',
    query: { view: 'all', customer: customerId, owner: company.staff.handler.id },
  }),
  'complaint.counts': () => ({ by: 'leader' }),
  'complaint.read': ({ caseId }) => ({ by: 'leader', params: { id: caseId } }),
  'complaint.timeline': ({ caseId }) => ({ by: 'leader', params: { id: caseId } }),
  'complaint.sign': ({ caseId }) => ({ by: 'receptionist', ...to(caseId) }),
  'complaint.correct': ({ caseId }) => ({
    by: 'receptionist',
    ...to(caseId, { field: 'reason', value: '油压灯亮', reason: '听错了' }),
  }),
  'complaint.handOver': ({ caseId, company }) => ({
    by: 'handler',
    ...to(caseId, { to: company.staff.secondHandler.id }),
  }),
  'complaint.acknowledge': ({ caseId }) => ({ by: 'handler', ...to(caseId) }),
  'complaint.saveForm': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, {
      form: 'finding-out',
      expectedVersion: 1,
      values: { symptom: '怠速报警' },
      unavailable: { previousBrand: '司机已离职' },
    }),
  }),
  'complaint.addRecord': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { kind: 'contact', values: CONTACT }),
  }),
  'complaint.decideRecord': ({ caseId }) => ({
    by: 'leader',
    ...to(caseId, { kind: 'visit-request', entry: 0, decision: 'approved' }),
  }),
  'complaint.markChased': ({ caseId }) => ({ by: 'handler', ...to(caseId, { note: '催了' }) }),
  'complaint.reply': ({ caseId }) => ({ by: 'handler', ...to(caseId, TOLD) }),
  'complaint.enterStep': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { step: 'follow-up', skip: { 'GDE-01': '客户在等' } }),
  }),
  'complaint.savePlan': ({ caseId }) => ({ by: 'handler', ...to(caseId, PLAN) }),
  'complaint.submitPlan': ({ caseId }) => ({ by: 'handler', ...to(caseId, PLAN) }),
  'complaint.revisePlan': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { ...PLAN, reason: '少一桶' }),
  }),
  'complaint.decidePlan': ({ caseId }) => ({
    by: 'leader',
    ...to(caseId, { decision: 'approved', remarks: '同意', expectedVersion: 1 }),
  }),
  'complaint.tellDecision': ({ caseId }) => ({ by: 'handler', ...to(caseId, TOLD) }),
  'complaint.recordOpinion': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { opinion: 'accepted', words: '可以' }),
  }),
  'complaint.draftAgreement': ({ caseId }) => ({ by: 'handler', ...to(caseId) }),
  'complaint.signAgreement': ({ caseId }) => ({ by: 'handler', ...to(caseId) }),
  'complaint.fileScan': ({ caseId, attachmentId }) => ({
    by: 'handler',
    ...to(caseId, {
      attachment: attachmentId,
      signer: '罗建军',
      signedOn: '2026-03-02',
      means: 'fax',
    }),
  }),
  'complaint.confirmScan': ({ caseId }) => ({ by: 'leader', ...to(caseId) }),
  'complaint.recordFollowUp': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { means: 'phone', person: '罗经理', satisfied: true, changeNeeded: false }),
  }),
  'complaint.proposeEnding': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { ending: 'withdrawn', reason: '客户不追究了' }),
  }),
  'complaint.decideEnding': ({ caseId }) => ({
    by: 'leader',
    ...to(caseId, { decision: 'approved', remarks: '同意' }),
  }),
  'complaint.close': ({ caseId }) => ({ by: 'handler', ...to(caseId) }),
  'complaint.addTask': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { post: 'related-department', label: '补印合格证' }),
  }),
  'complaint.planCare': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { dueAt: '2099-01-01T00:00:00Z' }),
  }),
  'complaint.recordCare': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { means: 'phone', person: '罗经理', answer: '正常', satisfied: true }),
  }),
  'complaint.reopen': ({ caseId }) => ({ by: 'leader', ...to(caseId, { reason: '又来电话' }) }),
  'complaint.listApprovals': () => ({ by: 'leader' }),
  'complaint.attach': ({ caseId, attachmentId }) => ({
    by: 'handler',
    ...to(caseId, { attachment: attachmentId, note: '照片' }),
  }),
  'complaint.reveal': ({ caseId }) => ({
    by: 'handler',
    ...to(caseId, { form: 'registration', field: 'phone' }),
  }),
  'complaint.listTasks': () => ({ by: 'warehouse', query: { state: 'all' } }),
  'complaint.acknowledgeTask': ({ taskId, caseId }) => ({
    by: 'warehouse',
    ...to(taskId, { complaintId: caseId }),
  }),
  'complaint.completeTask': ({ taskId, caseId }) => ({
    by: 'warehouse',
    ...to(taskId, { complaintId: caseId, waybill: 'SF1000001', doneOn: '2026-03-03' }),
  }),

  'commitment.myDay': () => ({ by: 'handler' }),
  'commitment.makePromise': ({ caseId, company }) => ({
    by: 'handler',
    ...to(caseId, {
      content: '明天10点到',
      toWhom: '罗经理',
      dueAt: '2026-03-20T02:00:00Z',
      source: 'call',
      owner: company.staff.handler.id,
    }),
  }),
  'commitment.keepPromise': ({ promiseId }) => ({
    by: 'handler',
    ...to(promiseId, { note: '送到了' }),
  }),
  'commitment.explain': ({ promiseId }) => ({ by: 'handler', ...to(promiseId, { text: '堵车' }) }),
  'commitment.read': ({ promiseId }) => ({ by: 'leader', params: { id: promiseId } }),
  'commitment.notices': () => ({ by: 'handler' }),
  'commitment.readNotices': ({ noticeId }) => ({ by: 'handler', body: { ids: [noticeId] } }),
  'commitment.clock': () => ({ by: 'handler' }),
  'commitment.moveClock': () => ({
    by: 'administrator',
    body: { now: '2026-03-03T01:00:00Z', frozen: false },
  }),

  'customer.find': ({ secret }) => ({ by: 'receptionist', query: { q: secret } }),
  'customer.list': ({ secret }) => ({ by: 'leader', query: { q: secret } }),
  'customer.read': ({ customerId }) => ({ by: 'leader', params: { id: customerId } }),
  'customer.create': () => ({
    by: 'receptionist',
    body: {
      name: '新客户',
      party: 'agent',
      contacts: [{ name: '罗建军', role: '经理', phone: '13800000000' }],
    },
  }),
  'customer.change': ({ customerId }) => ({
    by: 'handler',
    ...to(customerId, { expectedVersion: 1, note: '改过' }),
  }),
  'customer.timeline': ({ customerId }) => ({ by: 'leader', params: { id: customerId } }),
  'customer.link': ({ customerId }) => ({
    by: 'handler',
    ...to(customerId, { agent: null }),
  }),
  'customer.confirm': ({ customerId }) => ({
    by: 'receptionist',
    ...to(customerId, { item: 'identity' }),
  }),
  'customer.reveal': ({ customerId }) => ({
    by: 'handler',
    ...to(customerId, { field: 'phone' }),
  }),
  'customer.products': ({ secret }) => ({ by: 'handler', query: { q: secret } }),

  'people.list': () => ({ by: 'leader' }),
  'people.read': ({ company }) => ({ by: 'leader', params: { id: company.staff.newcomer.id } }),
  'people.create': ({ company }) => ({
    by: 'administrator',
    body: {
      name: '新人',
      login: `new-${randomUUID().slice(0, 8)}`,
      password: PASSWORD,
      siteId: company.siteId,
      reportsTo: company.staff.leader.id,
    },
  }),
  'people.change': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.newcomer.id, {
      expectedVersion: 1,
      name: '王晓明',
      siteId: company.siteId,
      reportsTo: company.staff.leader.id,
    }),
  }),
  'people.setPassword': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.newcomer.id),
  }),
  'people.sessions': ({ company }) => ({
    by: 'administrator',
    params: { id: company.staff.newcomer.id },
  }),
  'people.endSessions': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.newcomer.id, { session: null }),
  }),
  'people.history': ({ company }) => ({
    by: 'leader',
    params: { id: company.staff.newcomer.id },
  }),
  'people.figures': ({ company }) => ({
    by: 'leader',
    params: { id: company.staff.newcomer.id },
  }),
  'people.grantPost': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.newcomer.id, { playbook: 'LUB', post: 'production' }),
  }),
  'people.revokePost': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.marketing.id, { playbook: 'LUB', post: 'marketing' }),
  }),
  'people.nameDeputy': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.marketing.id, {
      deputy: company.staff.warehouse.id,
      from: '2026-03-02',
      until: '2026-03-03',
    }),
  }),
  'people.endDeputy': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.marketing.id, { deputyId: randomUUID() }),
  }),
  'people.assess': ({ company }) => ({
    by: 'administrator',
    ...to(company.staff.newcomer.id, { item: 'years', result: 'failed', value: 3 }),
  }),
  'people.waive': ({ company }) => ({
    by: 'leader',
    ...to(company.staff.newcomer.id, { item: 'years', reason: '缺人' }),
  }),
  'people.sites': () => ({ by: 'leader' }),
  'people.createSite': () => ({
    by: 'administrator',
    body: { name: `分厂${randomUUID().slice(0, 8)}` },
  }),

  'figures.read': () => ({ by: 'leader', query: { from: '2026-03-01', until: '2026-03-31' } }),
  'figures.export': () => ({
    by: 'leader',
    body: { from: '2026-03-01', until: '2026-03-31', by: 'customer' },
  }),
  'figures.exportComplaints': () => ({ by: 'leader', body: { view: 'all' } }),
  'figures.exportCustomers': ({ secret }) => ({ by: 'leader', body: { q: secret } }),

  'import.template': () => ({ by: 'administrator', query: { kind: 'products', format: 'csv' } }),
  'import.preview': () => ({
    by: 'administrator',
    query: { kind: 'products', fileName: 'p.csv' },
    body: Buffer.from('编码,品名\nP-2,机油\n'),
  }),
  'import.run': ({ importId }) => ({ by: 'administrator', ...to(importId) }),
  'import.errors': ({ importId }) => ({ by: 'administrator', params: { id: importId } }),

  'attachment.upload': () => ({ by: 'handler', query: { name: '协议.pdf' }, body: SCAN_BYTES }),
  'attachment.download': ({ attachmentId }) => ({ by: 'handler', params: { id: attachmentId } }),

  'phrase.list': () => ({ by: 'handler', params: { code: 'LUB' } }),
  'phrase.save': () => ({
    by: 'leader',
    params: { code: 'LUB' },
    body: {
      id: null,
      expectedVersion: 0,
      code: null,
      level: 'warn',
      says: ['大概差不多'],
      validFrom: '2026-03-02',
    },
  }),

  'complaint.print': ({ caseId }) => ({ by: 'handler', ...to(caseId, { form: 'agreement' }) }),

  'portal.readLink': ({ caseId }) => ({ by: 'handler', params: { id: caseId } }),
  'portal.sendLink': ({ caseId }) => ({ by: 'leader', ...to(caseId) }),
  'portal.revokeLink': ({ caseId }) => ({ by: 'leader', ...to(caseId, { reason: '发错了' }) }),
  'portal.look': () => ({ by: 'newcomer', body: { token: UNKNOWN_SECRET } }),
  'portal.sendCode': () => ({ by: 'newcomer', body: { token: UNKNOWN_SECRET } }),
  'portal.open': () => ({ by: 'newcomer', body: { token: UNKNOWN_SECRET, code: '123456' } }),
  'portal.answer': () => ({
    by: 'newcomer',
    body: {
      token: UNKNOWN_SECRET,
      pass: UNKNOWN_SECRET,
      answer: { accepted: true, signer: '罗建军' },
    },
  }),

  'playbook.list': () => ({ by: 'handler' }),
  'playbook.read': () => ({ by: 'handler', params: { code: 'LUB' } }),
  'playbook.reading': () => ({ by: 'leader', params: { code: 'LUB' } }),
}

/** Path below `/api/v1` with parameters and query put in. */
export function pathOf(path: string, { params = {}, query = {} }: Example): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams(query).toString()
  return search === '' ? filled : `${filled}?${search}`
}
