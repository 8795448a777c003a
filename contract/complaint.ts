import {
  CONTACT_MEANS,
  CUSTOMER_OPINIONS,
  ENDINGS,
  FOLLOW_UP_MEANS,
  PLAN_DECISIONS,
  PLAN_LEVELS,
  RISKS,
  SIGNING_MEANS,
} from '@yinuo/domain'
import { z } from 'zod'
import { executionRoutes } from './complaint-execution.ts'
import { complaintView } from './complaint-view.ts'
import { printRoutes } from './complaint-print.ts'
import { route } from './route.ts'
import {
  date,
  fen,
  fieldValues,
  id,
  idParams,
  instant,
  personRef,
  said,
  skipReasons,
  text,
  unavailable,
} from './shapes.ts'

export const LIST_VIEWS = [
  'mine',
  'waiting-for-me',
  'recorded-by-me',
  'open',
  'soon',
  'late',
  'unacknowledged',
  'unsigned',
  'quiet',
  'closed',
  'all',
] as const
export const LIST_ORDERS = ['time-left', 'received', 'activity', 'daily-loss'] as const

export const complaintRow = z.object({
  id,
  number: z.string(),
  customer: z.string(),
  party: z.string(),
  reason: z.string(),
  channel: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  step: z.string(),
  stepIndex: z.int(),
  stepCount: z.int(),
  owner: personRef,
  waitingFor: z.string(),
  risk: z.enum(RISKS).nullable(),
  dailyLossFen: z.int().nullable(),
  receivedAt: instant,
  lastActivityAt: instant,
  chasedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** The open commitment with the least time left. */
  next: z
    .object({
      id,
      kind: z.enum(['deadline', 'promise']),
      label: z.string(),
      openedAt: instant,
      dueAt: instant,
      warnAt: instant.nullable(),
    })
    .nullable(),
})
export type ComplaintRow = z.output<typeof complaintRow>

const remedyInput = z.object({
  remedy: z.string().max(60),
  note: text(500).default(''),
  product: text(200).default(''),
  quantity: z.number().min(0).max(1_000_000).default(1),
  unit: text(20).default(''),
  amountFen: fen.default(0),
  /** NEG-08: who, by which day, where. */
  who: text(80).default(''),
  on: date.or(z.literal('')).default(''),
  place: text(200).default(''),
})
export const planInput = z.object({
  opinion: text(4000),
  remedies: z.array(remedyInput).max(50),
  costFen: fen.nullable(),
  /** NEG-14: the business of a year that it keeps; the program says what class that makes it. */
  keptFen: fen.nullable().default(null),
  level: z.enum(PLAN_LEVELS).default('ordinary'),
  levelReason: text(500).default(''),
  alternatives: z
    .array(z.object({ what: said(500), costFen: fen, keptFen: fen }))
    .max(5)
    .default([]),
})

/** The version of the plan as its writer or judge saw it; 0 where none stands yet. */
const planVersion = z.int().min(0)

const told = z.object({
  means: z.enum(CONTACT_MEANS),
  person: said(80),
  content: said(4000),
  skip: skipReasons,
})

function action<Body extends z.ZodType>(
  name: string,
  summary: string,
  access: Parameters<typeof route>[0]['access'],
  body: Body,
) {
  return route({
    method: 'POST',
    path: `/complaints/:id/${name}`,
    summary,
    access,
    params: idParams,
    body,
    output: complaintView,
  })
}

export const timelineEntry = z.object({
  at: instant,
  /** Event type; the screen has a sentence for each. */
  type: z.string(),
  stream: z.enum(['complaint', 'commitment', 'refusal']),
  by: personRef.nullable(),
  /** True when a clock or another part of the program did it (ROLE-01). */
  system: z.boolean(),
  data: z.record(z.string(), z.unknown()),
})
export type TimelineEntry = z.output<typeof timelineEntry>

export const complaintRoutes = {
  list: route({
    method: 'GET',
    path: '/complaints',
    summary: '投诉列表，默认按剩余时间',
    access: 'session',
    query: z.object({
      view: z.enum(LIST_VIEWS).default('open'),
      q: text(100).default(''),
      status: z.string().max(40).optional(),
      owner: id.optional(),
      customer: id.optional(),
      risk: z.enum(RISKS).optional(),
      from: date.optional(),
      to: date.optional(),
      order: z.enum(LIST_ORDERS).default('time-left'),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ rows: z.array(complaintRow), next: z.string().nullable(), now: instant }),
  }),
  counts: route({
    method: 'GET',
    path: '/complaints/counts',
    summary: '各视图件数、停机件数与每日损失合计',
    access: 'session',
    output: z.object({
      views: z.record(z.enum(LIST_VIEWS), z.int()),
      dailyLossFen: z.int(),
      dailyLossCases: z.int(),
    }),
  }),
  read: route({
    method: 'GET',
    path: '/complaints/:id',
    summary: '一件投诉的全部',
    access: 'session',
    params: idParams,
    output: complaintView,
  }),
  timeline: route({
    method: 'GET',
    path: '/complaints/:id/timeline',
    summary: '时间线：事件、时钟、承诺、被拒绝的尝试',
    access: 'session',
    params: idParams,
    output: z.object({ entries: z.array(timelineEntry) }),
  }),
  sign: action('sign', '记录人本人签字，内容锁定（CMP-03）', 'sign-own', z.object({})),
  correct: action(
    'correct',
    '签字前改正自己登记的一栏；签字后补充更正，写明原因，不改原文（CMP-03）',
    'session',
    z.object({ field: z.string().max(60), value: said(4000), reason: text(500).default('') }),
  ),
  handOver: action(
    'hand-over',
    '移交给指定的人，他接收前仍归原主（CMP-04、CMP-08）',
    'hand-over',
    z.object({ to: id.nullable() }),
  ),
  acknowledge: action('acknowledge', '确认接收（CMP-04）', 'handle', z.object({})),
  saveForm: action(
    'save-form',
    '存一张表；别人先存了则报冲突，不覆盖（SYS-08）',
    'handle',
    z.object({
      form: z.string().max(40),
      expectedVersion: z.int().min(0),
      values: fieldValues,
      unavailable: unavailable.default({}),
      skip: skipReasons,
    }),
  ),
  addRecord: action(
    'add-record',
    '记一次联系、一笔笔记、一次请教',
    'session',
    z.object({ kind: z.string().max(40), values: fieldValues, skip: skipReasons }),
  ),
  decideRecord: action(
    'decide-record',
    '批复一条等批复的记录：去外地、名人协助、其他要求（INV-14、INV-17、ESC-10）',
    'session',
    z.object({
      kind: z.string().max(40),
      entry: z.int().min(0).max(10_000),
      decision: z.enum(PLAN_DECISIONS),
      remarks: text(2000).default(''),
    }),
  ),
  markChased: action(
    'mark-chased',
    '客户催促（ESC-13）',
    'session',
    z.object({ note: text(1000).default('') }),
  ),
  reply: action('reply', '已给客户答复（CLK-07）', 'handle', told),
  enterStep: action(
    'enter-step',
    '进入下一步',
    'handle',
    z.object({ step: z.string().max(40), skip: skipReasons }),
  ),
  savePlan: action(
    'save-plan',
    '存方案草稿；别人先存了则报冲突，不覆盖（SYS-08）',
    'handle',
    z.object({ plan: planInput, expectedVersion: planVersion, skip: skipReasons }),
  ),
  submitPlan: action(
    'submit-plan',
    '报领导批准（APR-01）',
    'handle',
    z.object({ plan: planInput.optional(), expectedVersion: planVersion, skip: skipReasons }),
  ),
  revisePlan: action(
    'revise-plan',
    '改已批的方案：不超出批准的照办并留痕，超出的重新报批（NEG-11、APR-09）',
    'handle',
    z.object({
      plan: planInput,
      expectedVersion: planVersion,
      reason: said(1000),
      accepted: told.nullable().default(null),
      skip: skipReasons,
    }),
  ),
  decidePlan: action(
    'decide-plan',
    '同意、退回或不同意；只对看到的那一版（APR-02）',
    'approve',
    z.object({
      decision: z.enum(PLAN_DECISIONS),
      remarks: text(2000).default(''),
      expectedVersion: planVersion,
    }),
  ),
  tellDecision: action('tell-decision', '把决定明确告诉客户（APR-03）', 'handle', told),
  recordOpinion: action(
    'record-opinion',
    '记录客户对方案的意见',
    'handle',
    z.object({ opinion: z.enum(CUSTOMER_OPINIONS), words: text(2000).default('') }),
  ),
  draftAgreement: action(
    'draft-agreement',
    '生成处理协议（批准后才可，APR-02）',
    'handle',
    z.object({}),
  ),
  signAgreement: action('sign-agreement', '我方签字', 'handle', z.object({})),
  fileScan: action(
    'file-scan',
    '交上客户签字的扫描件，等第二人确认（AGR-01）',
    'handle',
    z.object({ attachment: id, signer: said(80), signedOn: date, means: z.enum(SIGNING_MEANS) }),
  ),
  confirmScan: action(
    'confirm-scan',
    '第二人确认扫描件是客户所签（AGR-01）',
    'confirm-scan',
    z.object({}),
  ),
  recordFollowUp: action(
    'record-follow-up',
    '跟踪回访；不满意必须约下次（FUP-01）',
    'handle',
    z.object({
      means: z.enum(FOLLOW_UP_MEANS),
      person: said(80),
      answer: text(4000).default(''),
      satisfied: z.boolean(),
      dislikes: text(2000).default(''),
      /** FUP-03: asked every time, so it has no default. */
      changeNeeded: z.boolean(),
      received: z.boolean().nullable().default(null),
      nextAt: instant.nullable().default(null),
    }),
  ),
  proposeEnding: action(
    'propose-ending',
    '提请以满意以外的方式结束（NEG-17）',
    'handle',
    z.object({ ending: z.enum(ENDINGS), reason: said(2000) }),
  ),
  decideEnding: action(
    'decide-ending',
    '批准或退回结束',
    'approve',
    z.object({ decision: z.enum(PLAN_DECISIONS), remarks: text(2000).default('') }),
  ),
  close: action(
    'close',
    '结案（FUP-01、EXE-05、NEG-17）',
    'handle',
    z.object({ clean: z.boolean().default(false), skip: skipReasons }),
  ),
  addTask: action(
    'add-task',
    '加派一个部门（EXE-03、EXE-04）',
    'handle',
    z.object({
      post: z.string().max(60),
      label: said(60),
      product: text(200).default(''),
      quantity: z.number().min(0).max(1_000_000).default(1),
      unit: text(20).default(''),
      note: text(500).default(''),
      dueOn: date.or(z.literal('')).default(''),
    }),
  ),
  planCare: action(
    'plan-care',
    '结案后约定再关心客户（FUP-08）',
    'handle',
    z.object({ dueAt: instant, note: text(500).default('') }),
  ),
  recordCare: action(
    'record-care',
    '记录结案后的关心；不满意就重新打开（FUP-08、SYS-17）',
    'handle',
    z.object({
      means: z.enum(FOLLOW_UP_MEANS),
      person: said(80),
      answer: text(4000).default(''),
      satisfied: z.boolean(),
      dislikes: text(2000).default(''),
    }),
  ),
  reopen: action(
    'reopen',
    '负责人的上级写明原因，重新打开已结案的投诉（SYS-17）',
    'session',
    z.object({ reason: said(1000) }),
  ),
  attach: action(
    'attach',
    '附上已上传的文件',
    'session',
    z.object({ attachment: id, note: text(500).default('') }),
  ),
  reveal: route({
    method: 'POST',
    path: '/complaints/:id/reveal',
    summary: '显示号码或地址，留痕（SYS-09）',
    access: 'reveal-contacts',
    params: idParams,
    body: z.object({ form: z.string().max(40), field: z.string().max(60) }),
    output: z.object({ value: z.string() }),
  }),
  ...printRoutes,
  ...executionRoutes,
}
