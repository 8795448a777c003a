import type { MissingCode } from '@yinuo/domain'
import type { Problem } from './shapes.ts'

/** What a sentence may name; labels are already in the user's language. */
export type MessageParts = {
  readonly field: string
  readonly detail: string
  readonly count: number
}
type Sentence = (parts: MessageParts) => string

/** The one table of refusals: what is missing, said in a sentence (SYS-20). zh-TW and en follow with their locales. */
export const MISSING_SENTENCES = {
  'accepting-person': () => '没有指定接手的人。投诉不能没有负责人，也不能退回队列',
  acknowledgement: () => '对方还没有确认接收',
  'actual-value': () => '现在的情况不允许这样做',
  'administrator-left': () => '这是最后一位管理员。请先让另一个人担任管理员',
  'agreement-confirmed-by-second-person': () => '客户签字的扫描件还没有由第二人确认',
  'agreement-draft': () => '还没有生成处理协议',
  'agreement-scan': () => '还没有交上客户签字的扫描件',
  'agreement-signed-by-company': () => '我方还没有在处理协议上签字',
  'approved-ending': () => '结束方式还没有领导批准',
  'approved-plan': () => '方案还没有领导批准',
  'at-most': ({ field, detail }) => `${field}不能大于 ${detail}`,
  'complaints-handed-over': ({ detail }) =>
    `名下还有没结案的投诉：${detail}。请先移交并等对方确认接收`,
  'customer-opinion': () => '还没有记录客户对方案的意见',
  'customer-opinion-accepted': () => '客户还没有接受方案',
  'date-order': () => '结束日期不能早于开始日期',
  'date-not-future': () => '日期不能晚于今天',
  'decision-told': () => '还没有把决定告诉客户',
  'deputy-in-office': () => '代理人须是另一位在职的人',
  'earlier-than-now': () => '接到时间不能晚于现在',
  'earlier-time-reason': () => '接到时间早于开始登记的时间，请写明原因',
  'ending-reason': () => '请写明结束的原因',
  'exactly-one-playbook': () => '投诉必须属于一本启用的行业手册',
  field: ({ field }) => `没有填${field}`,
  'field-choice': ({ field }) => `${field}只能从列出的选项中选`,
  'field-format': ({ field }) => `${field}的格式不对`,
  'field-too-long': ({ field, detail }) => `${field}太长，最多 ${detail} 个字`,
  'field-unknown': ({ detail }) => `这张表没有“${detail}”这一栏`,
  'follow-up-satisfied': () => '还没有客户表示满意的跟踪记录',
  minimum: ({ field, detail }) => `${field}至少要 ${detail}`,
  'next-follow-up-time': () => '客户不满意，请约定下次跟踪的日期和时间',
  'not-closed': () => '这件投诉已经结案',
  'not-own': () => '不能批准自己提出的',
  'not-signed-yet': () => '已经签过字，内容已锁定，只能补充更正',
  'open-agreement': () => '有一份处理协议还没有签完',
  'open-decision': ({ detail }) => `还没有批复：${detail}`,
  'open-handover': () => '没有等待接收的移交',
  'open-plan': () => '没有等待批准的方案',
  'open-proposal': () => '没有等待批准的结束提请',
  'open-task': ({ detail }) => `执行单“${detail}”还没有完成`,
  'other-person': () => '须由另一个人来做',
  owner: () => '只有现在的负责人可以做',
  'pending-approval': () => '方案正在等领导批准',
  'pending-proposal': () => '已有一个结束提请在等领导批准',
  phrase: ({ detail }) => `对客户不能说${detail}`,
  'plan-content': ({ detail }) => `方案还缺${detail}`,
  post: () => '所在岗位没有这项职责',
  'promise-open': () => '这个承诺已经了结',
  'promise-time': () => '承诺要写明日期和时间，例如 03-03 10:00',
  'promise-time-future': () => '承诺的时间已经过去',
  qualification: ({ detail }) => `资格还缺：${detail}`,
  record: ({ detail }) => `还没有记录：${detail}`,
  'record-count': ({ detail, count }) => `要有 ${count} 次“${detail}”的记录`,
  remarks: () => '退回或不同意须写明意见',
  'remedy-unknown': ({ detail }) => `手册里没有“${detail}”这项补救`,
  'setup-code': () => '设置码不对。它写在启动程序的终端里，每次启动都不同',
  'setup-open': () => '公司已经设置过，不能再设置一次',
  signature: () => '还没有签字',
  'signature-by-recorder': () => '记录人本人还没有签字',
  'spread-over-days': ({ detail }) => `须分布在 ${detail} 个不同的日子`,
  step: ({ detail }) => `现在不在“${detail}”这一步`,
  'superior-circle': ({ detail }) => `上级不能绕成一圈：${detail}`,
  'task-evidence': ({ detail }) => `还没有填${detail}`,
  'task-open': () => '这张执行单已经办过了',
  value: ({ field, detail }) => `${field}须是：${detail}`,
  'waiver-by-leader': () => '须由领导写明理由免除',
} as const satisfies Record<MissingCode, Sentence>

/** Every other error: HTTP status and what happened, that nothing was lost, and what to do. */
export const PROBLEMS = {
  refused: { status: 422, message: '没有办成，什么都没有改动。' },
  invalid: { status: 400, message: '填写的内容不对，什么都没有改动。请按提示改正后再交。' },
  'not-found': { status: 404, message: '没有找到。可能编号不对，或者不在您能看到的范围内。' },
  conflict: { status: 409, message: '别人刚刚改过这里，没有覆盖。请核对后再存一次。' },
  unauthenticated: { status: 401, message: '请先登录。已写的草稿都在服务器上，登录后接着做。' },
  'forbidden-origin': { status: 403, message: '请求不是从本程序的页面发出的，没有受理。' },
  'locked-out': { status: 429, message: '试的次数太多，请稍后再试。' },
  'wrong-credentials': { status: 401, message: '登录名或密码不对。' },
  'key-missing': { status: 400, message: '请求缺少 Idempotency-Key，没有受理。' },
  'key-reused': { status: 409, message: '同一个 Idempotency-Key 用在了不同的内容上，没有受理。' },
  'too-large': { status: 413, message: '内容太大，没有受理。' },
  unsupported: { status: 415, message: '这种内容不能受理。' },
  'too-many': { status: 429, message: '请求太频繁，请稍后再试。' },
  unavailable: { status: 503, message: '数据库暂时连不上，没有办成的不会留下一半。请稍后再试。' },
  internal: { status: 500, message: '程序出了错，没有办成的不会留下一半。请把编号告诉管理员。' },
} as const satisfies Record<Problem['error'], { readonly status: number; readonly message: string }>
