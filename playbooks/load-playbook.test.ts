import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadPlaybook } from './load-playbook.ts'
import { formatProblems, type PlaybookProblem } from './playbook-problem.ts'

const LUB = readFileSync(new URL('files/LUB.yaml', import.meta.url), 'utf8')

function problemsOf(text: string): readonly PlaybookProblem[] {
  const result = loadPlaybook(text, 'mine.yaml')
  return result.ok ? [] : result.problems
}

type Slip = {
  readonly of: string
  /** Stands exactly once in LUB.yaml and is replaced by `by`. */
  readonly instead: string
  readonly by: string
  /** Text on the line that must be named; `by` when left out. */
  readonly on?: string
  readonly path: string
  readonly message: string
  readonly remedy: string
}

const SLIPS: readonly Slip[] = [
  {
    of: 'an unknown key',
    instead: 'short-label: 润滑油厂',
    by: 'short-label: 润滑油厂\nshort-lable: 油厂',
    on: 'short-lable',
    path: 'short-lable',
    message: '这里没有“short-lable”这一项',
    remedy: '检查拼写',
  },
  {
    of: 'an unknown key deep inside a form',
    instead: 'reason: { label: 原因,',
    by: 'reason: { labl: 原因,',
    path: 'forms.registration.fields.reason.labl',
    message: '这里没有“labl”这一项',
    remedy: '检查拼写',
  },
  {
    of: 'a gate naming an absent form',
    instead: '- registration.phone',
    by: '- registratoin.phone',
    path: 'gates.0.need',
    message: '关口 CMP-02 提到的“registratoin.phone”不存在：没有表“registratoin”',
    remedy: '是不是“registration”',
  },
  {
    of: 'a gate naming an absent field',
    instead: 'need: { filled: [registration.reporter] }',
    by: 'need: { filled: [registration.reportr] }',
    path: 'gates.1.need',
    message: '没有栏“reportr”',
    remedy: '是不是“reporter”',
  },
  {
    of: 'a gate naming an absent choice',
    instead: 'when: { in: [negotiation-round.means, [visit]] }',
    by: 'when: { in: [negotiation-round.means, [visits]] }',
    path: 'gates.NEG-02.when',
    message: '提到的“方式”的选项“visits”不存在',
    remedy: '是不是“visit”',
  },
  {
    of: 'a gate asked at a step that does not exist',
    instead: 'on: [{ enter: execution }]',
    by: 'on: [{ enter: executing }]',
    path: 'gates.AGR-01.on',
    message: '关口 AGR-01 的时机 enter: executing 不会出现',
    remedy: '是不是“execution”',
  },
  {
    of: 'a gate counting an absent record',
    instead: 'need: { recorded: { kind: contact, where: { reached: true } } }',
    by: 'need: { recorded: visit-report }',
    path: 'gates.INV-01.need',
    message: '提到的记录“visit-report”不存在',
    remedy: 'contact、note、consultation',
  },
  {
    of: 'a gate asking a record for a value it cannot have',
    instead: 'need: { recorded: { kind: contact, where: { reached: true } } }',
    by: 'need: { recorded: { kind: contact, where: { reached: 是 } } }',
    path: 'gates.INV-01.need',
    message: '提到的值“是”不存在',
    remedy: 'true、false',
  },
  {
    of: 'a gate that only an unknown post can meet',
    instead: 'who: [warehouse, marketing, production]',
    by: 'who: [warehouse, marketing, factory]',
    path: 'gates.EXE-05.who',
    message: '岗位“factory”不存在',
    remedy: '可以用：office-clerk',
  },
  {
    of: 'an operator outside the closed grammar',
    instead: 'need: { all-done: task }',
    by: 'need: { most-done: task }',
    path: 'gates.EXE-05.need.most-done',
    message: '没有“most-done”这种判断',
    remedy: '可以用：filled、in',
  },
  {
    of: 'a comparison with a setting that does not exist',
    instead: 'need: { in: [plan.told, [true]] }',
    by: 'need: { at-least: [registration.dailyLoss, { setting: minLoss }] }',
    path: 'gates.APR-03.need',
    message: '数字“minLoss”不存在',
    remedy: 'minYears',
  },
  {
    of: 'a comparison of something that is no number',
    instead: 'need: { in: [plan.told, [true]] }',
    by: 'need: { at-least: [registration.company, 3] }',
    path: 'gates.APR-03.need',
    message: '它不是数字',
    remedy: 'type: integer',
  },
  {
    of: 'a step whose form does not exist',
    instead: 'forms: [analysis, exchange, negotiation]',
    by: 'forms: [analysis, exchange, negotiations]',
    path: 'steps.2.forms',
    message: '步骤“分析说明协商”用的表“negotiations”不存在',
    remedy: '是不是“negotiation”',
  },
  {
    of: 'a step without a known status',
    instead: 'status: executing',
    by: 'status: doing',
    path: 'steps.5.status',
    message: '状态“doing”不存在',
    remedy: 'executing',
  },
  {
    of: 'a clock met by an event that does not exist',
    instead: 'met-by: [acknowledged]',
    by: 'met-by: [acknowledge]',
    path: 'clocks.acknowledgement.met-by',
    message: '时限“接收确认”的完成条件“acknowledge”不是程序知道的事',
    remedy: '是不是“acknowledged”',
  },
  {
    of: 'a clock started by an event that does not exist',
    instead: 'from: agreement-drafted',
    by: 'from: agreement-written',
    path: 'clocks.signature.from',
    message: '时限“客户签协议”的起点“agreement-written”不是程序知道的事',
    remedy: 'agreement-drafted',
  },
  {
    of: 'a clock met on entering a step that does not exist',
    instead: 'met-by: [step-entered:follow-up]',
    by: 'met-by: [step-entered:followup]',
    path: 'clocks.execution.met-by',
    message: '步骤“followup”不存在',
    remedy: '是不是“follow-up”',
  },
  {
    of: 'a clock nothing can meet',
    instead: 'met-by: [scan-confirmed]',
    by: 'met-by: []',
    on: 'met-by: []\n    voided-by: [agreement-voided',
    path: 'clocks.signature.met-by',
    message: '时限“客户签协议”没有办法完成',
    remedy: '在 met-by 里写上',
  },
  {
    of: 'a warning earlier than the whole span',
    instead: 'warn-before: 10 分钟',
    by: 'warn-before: 1 小时',
    path: 'clocks.acknowledgement.warn-before',
    message: '时限“接收确认”的提醒比期限本身还早',
    remedy: '比 due 短',
  },
  {
    of: 'a time nobody can read',
    instead: 'due: { after: 30 分钟 }',
    by: 'due: { after: 尽快 }',
    path: 'clocks.acknowledgement.due.after',
    message: '看不懂这个时间“尽快”',
    remedy: '30 分钟',
  },
  {
    of: 'a clock whose figure is not among the settings',
    instead: 'due: { after: { setting: idleHours, unit: 小时 } }',
    by: 'due: { after: { setting: idlHours, unit: 小时 } }',
    path: 'clocks.idle.due',
    message: '“idlHours”不在 settings 里',
    remedy: '是不是“idleHours”',
  },
  {
    of: 'a remedy task addressed to an unknown post',
    instead: 'task: { post: marketing,',
    by: 'task: { post: market,',
    path: 'remedies.small-gift.task.post',
    message: '“小礼品”要派给岗位“market”，这个岗位不存在',
    remedy: 'marketing',
  },
  {
    of: 'a remedy task addressed to a post that executes nothing',
    instead: 'task: { post: marketing,',
    by: 'task: { post: leader,',
    path: 'remedies.small-gift.task.post',
    message: '“小礼品”要派给“领导”，这个岗位不能执行任务',
    remedy: 'warehouse、marketing、production',
  },
  {
    of: 'a post with an unknown duty',
    instead: 'duties: [administer, import, edit-customers]',
    by: 'duties: [administer, import, edit-customer]',
    path: 'posts.administrator.duties.2',
    message: '“edit-customer”不能用在这里',
    remedy: '是不是“edit-customers”',
  },
  {
    of: 'no post that approves',
    instead: '- approve\n',
    by: '- execute\n',
    on: '\nposts:',
    path: 'posts',
    message: '没有人能审批方案（APR-02）',
    remedy: '加上职责 approve',
  },
  {
    of: 'the same key twice',
    instead: 'number-prefix: TS',
    by: 'version: 2\nnumber-prefix: TS',
    on: 'version: 2',
    path: '',
    message: '同一个名字写了两遍',
    remedy: '只留一个',
  },
  {
    of: 'a choice field without its list',
    instead: 'risk: { label: 口碑风险, type: choice, choices: risk }',
    by: 'risk: { label: 口碑风险, type: choice }',
    path: 'forms.registration.fields.risk',
    message: '“口碑风险”是选择题，却没有写选项',
    remedy: '加上 choices',
  },
  {
    of: 'a choice field whose list does not exist',
    instead: 'risk: { label: 口碑风险, type: choice, choices: risk }',
    by: 'risk: { label: 口碑风险, type: choice, choices: risks }',
    path: 'forms.registration.fields.risk.choices',
    message: '选项“risks”不存在',
    remedy: '是不是“risk”',
  },
  {
    of: 'an ending that goes past the leader (NEG-17)',
    instead: 'withdrawn: { label: 撤诉, needs-approval: true,',
    by: 'withdrawn: { label: 撤诉, needs-approval: false,',
    path: 'endings.withdrawn.needs-approval',
    message: '结束方式“撤诉”不能免去领导批准',
    remedy: 'needs-approval: true',
  },
  {
    of: 'an ending the program does not know',
    instead: 'legal: { label: 转法务,',
    by: 'court: { label: 转法务,',
    path: 'endings.court',
    message: '“court”',
    remedy: '检查拼写',
  },
  {
    of: 'a form that stands in no step',
    instead: 'forms: [analysis, exchange, negotiation]',
    by: 'forms: [analysis, exchange]',
    on: '  negotiation: # A5',
    path: 'forms.negotiation',
    message: '表“negotiation”没有放在任何步骤里',
    remedy: 'steps',
  },
  {
    of: 'a form that stands in two steps',
    instead: 'forms: [analysis, exchange, negotiation]',
    by: 'forms: [analysis, exchange, negotiation, finding-out]',
    path: 'steps.2.forms',
    message: '表“finding-out”已经放在步骤“详细了解”里',
    remedy: '一张表只放在一个步骤里',
  },
  {
    of: 'a missing status the process itself sets',
    instead: '  approved: 已批准待回复\n',
    by: '',
    on: '\nstatuses:',
    path: 'statuses',
    message: '缺少状态“approved”',
    remedy: '加上 approved',
  },
  {
    of: 'two skippable gates of one id',
    instead: '- id: CMP-11 # ',
    by: '- id: CMP-07 # ',
    on: '- id: CMP-07 # 代理商',
    path: 'gates.2.id',
    message: '关口 CMP-07 写了两个可以跳过的',
    remedy: '各自的编号',
  },
  {
    of: 'a ladder that is not climbed upward',
    instead: '- { after: 15 分钟, to: [superior-of-superior] }',
    by: '- { after: 0 分钟, to: [superior-of-superior] }',
    on: 'ladder:',
    path: 'clocks.acknowledgement.ladder',
    message: '时限“接收确认”的上报顺序不对',
    remedy: '后面一级比一级晚',
  },
  {
    of: 'a clock with two due times',
    instead: 'due: { end-of-day: 0 }',
    by: 'due: { end-of-day: 0, after: 3 天 }',
    path: 'clocks.same-day-reply.due',
    message: '时限“当天答复”的期限要在 after 和 end-of-day 里写一个',
    remedy: '例如 due',
  },
  {
    of: 'a qualified post without a number of years (STF-02)',
    instead: 'minYears: 5 # ',
    by: 'leastYears: 5 # ',
    on: 'qualified: true',
    path: 'posts.after-sales.qualified',
    message: '没有写要求几年行业经验',
    remedy: 'minYears',
  },
  {
    of: 'an example that skips a field nobody may skip',
    instead: '\n        reassurance: 让您着急了，我马上给您记下',
    by: '\n      unavailable:\n        risk: 不知道',
    on: 'risk: 不知道',
    path: 'examples.forms.registration.unavailable.risk',
    message: '“口碑风险”不能写客户无法提供',
    remedy: 'may-be-unavailable',
  },
  {
    of: 'an example whose value its field refuses',
    instead: "producedOn: '2025-11-18'",
    by: "producedOn: '2025-02-30'",
    path: 'examples.forms.finding-out.values.producedOn',
    message: '样例里“生产日期”的值填不进去',
    remedy: '2026-03-02',
  },
  {
    of: 'an example with an empty mandatory field',
    instead: '\n        company: 鑫源润滑油经销部',
    by: '',
    on: '    registration:\n      values:',
    path: 'examples.forms.registration',
    message: '样例里必填的“公司名称”是空的',
    remedy: '补上 company',
  },
  {
    of: 'an example plan that does not add up',
    instead: 'cost-fen: 86000',
    by: 'cost-fen: 86001',
    path: 'examples.plan.cost-fen',
    message: '各项加起来是 86000 分',
    remedy: 'cost-fen: 86000',
  },
]

/** Ids of the gates in the order of the file, so that a new gate moves no test. */
const GATES = [...LUB.matchAll(/^ {2}- id: ([A-Z]+-\d+)/gm)].map(([, id]) => id)

test.each(SLIPS)('the loader refuses $of, naming file, line and remedy', (slip) => {
  // The text to break stands exactly once in LUB.yaml.
  expect(LUB.split(slip.instead)).toHaveLength(2)
  const broken = LUB.replace(slip.instead, slip.by)
  const on = slip.on ?? slip.by
  const place = broken.indexOf(on)
  expect(place).toBeGreaterThan(0)
  const before = broken.slice(0, place + on.search(/\S/))
  const problems = problemsOf(broken)
  expect(problems).toContainEqual({
    file: 'mine.yaml',
    line: before.split('\n').length,
    column: expect.any(Number) as number,
    path: slip.path.replace(/(?<=^gates\.)[A-Z]+-\d+/, (id) => String(GATES.indexOf(id))),
    message: expect.stringContaining(slip.message) as string,
    remedy: expect.stringContaining(slip.remedy) as string,
  })
})

test('the loader refuses a step nobody may do, naming file, line and remedy', () => {
  const broken = LUB.replace(
    '[administer, import, edit-customers]',
    '[administer, edit-customers]',
  ).replace(
    'status: awaiting-approval\n    duty: approve',
    'status: awaiting-approval\n    duty: import',
  )
  expect(problemsOf(broken)).toEqual([
    {
      file: 'mine.yaml',
      line: broken.slice(0, broken.indexOf('duty: import')).split('\n').length,
      column: 11,
      path: 'steps.3.duty',
      message: '步骤“报领导批准并回复”没有人能做：没有岗位有职责 import',
      remedy: '在 posts 里给一个岗位加上 import，或换一项职责',
    },
  ])
})

const FLOOR = ['CMP-03', 'CMP-04', 'APR-02', 'AGR-01', 'EXE-05', 'FUP-01', 'NEG-17']

test.each(FLOOR)('no playbook can soften the floor gate %s', (id) => {
  const start = LUB.indexOf(`- id: ${id}`)
  for (const strength of ['should', 'advice']) {
    const broken =
      LUB.slice(0, start) + LUB.slice(start).replace('strength: must', `strength: ${strength}`)
    const line = broken.slice(0, broken.indexOf('strength: ', start)).split('\n').length
    expect(problemsOf(broken)).toMatchObject([
      { line, message: `关口 ${id} 是底线，不能放宽成 ${strength}`, remedy: '改回 strength: must' },
    ])
  }
})

test('tenancy and permission (SYS-15) cannot become advice either', () => {
  const broken = LUB.replace('- id: CMP-07', '- id: SYS-15')
  expect(problemsOf(broken)).toMatchObject([{ message: '关口 SYS-15 是底线，不能放宽成 should' }])
})

test('every problem is told at once, in the order of the file', () => {
  const broken = LUB.replace('short-label: 润滑油厂', 'short-label: 润滑油厂\nmotto: 客户为根')
    .replace('sight: tasks', 'sight: all')
    .replace('warn-before: 1 天', 'warn-before: 1')
  expect(problemsOf(broken).map(({ path }) => path)).toEqual([
    'motto',
    'posts.warehouse.sight',
    'clocks.signature.warn-before',
  ])
})

test('anchors and aliases are refused where they stand, a bomb of them too', () => {
  const broken = LUB.replace('version: 1\n', 'version: &one 1\n').replace(
    'level: 10',
    'level: *one',
  )
  const line = broken.slice(0, broken.indexOf('*one')).split('\n').length
  expect(problemsOf(broken)).toMatchObject([{ line, message: '手册里不能用引用 *one' }])
  const bomb = 'a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]'
  expect(problemsOf(bomb).map((problem) => problem.line)).toEqual([2, 2, 3, 3])
})

test('a problem is printed as one line a person can follow', () => {
  expect(formatProblems(problemsOf('playbook: LUB\nversion: [1\n'))).toMatch(
    /^mine\.yaml:3:1 .+。.+/,
  )
  expect(formatProblems(problemsOf(LUB.replace('version: 1\n', 'version: 一\n')))).toBe(
    'mine.yaml:10:10 version “version”应当是数字。改成数字',
  )
})

test.each([
  ['an empty file', ''],
  ['a text that is no map', '投诉'],
  ['a list', '- 1\n- 2'],
  ['half a file', LUB.slice(0, 5000)],
  ['tabs', LUB.replace('  - key: intake', '\t- key: intake')],
  ['an unknown tag', LUB.replace('version: 1', 'version: !!js/function 1')],
  ['two documents', `${LUB}\n---\n${LUB}`],
  ['a file of ten megabytes', `${LUB}\n# ${'油'.repeat(10_000_000)}`],
  ['null instead of a block', LUB.replace(/\nforms:\n[^]*?\n# ──/, '\nforms:\n# ──')],
  ['a prototype as a name', LUB.replace('company: { label', '__proto__: { label')],
])('%s is refused with a place and a remedy, never with an exception', (_, text) => {
  const problems = problemsOf(text)
  expect(problems.length).toBeGreaterThan(0)
  for (const { line, column, message, remedy } of problems) {
    expect(line).toBeGreaterThan(0)
    expect(column).toBeGreaterThan(0)
    expect(message).not.toBe('')
    expect(remedy).not.toBe('')
  }
})
