import { after, type CaseCommand, type Option, options, type RemedyLine } from '@yinuo/domain'
import { contextOf, type Life } from './life.ts'
import { dayOf, freshTasks, sampleCommand } from './sample-command.ts'
import { NAMES } from './staff.ts'
import { CARE, followUp, form, PLAN, PRINTING, record, SCAN, TOLD } from './way.ts'

/** Four numbers anybody may draw; what they come to depends on the case as it stands, so that whole lives happen. */
export type Move = {
  readonly style: number
  readonly who: number
  readonly what: number
  readonly wait: number
}

export type Attempt = { readonly name: string; readonly command: CaseCommand; readonly at: string }

const WAITS = ['PT0S', 'PT1M', 'PT20M', 'PT0S', 'PT3H', 'PT0S', 'PT26H', 'PT1S'] as const

/** Half of the moves push the case on, a quarter is what one may do with an unusual input, a quarter is anything by anybody. */
export function attemptOf(life: Life, { style, who, what, wait }: Move): Attempt {
  const at = after(life.now, pick(WAITS, wait))
  const busy = busyPeople(life)
  const turn = [...busy.slice(who % busy.length), ...busy.slice(0, who % busy.length)]
  if (style % 4 < 2) {
    const prepare: Attempt[] = []
    for (const name of turn) {
      const allowed = allowedTo(life, name, at)
      const option = pickOrNone(
        allowed.filter(({ action }) => ONWARDS.has(action) && !enough(life, action)),
        what,
      )
      if (option !== undefined)
        return { name, command: turned(life, sampleCommand(life, option, name), wait + what), at }
      for (const one of allowed.filter(({ action }) => PREPARING.has(action)))
        prepare.push({ name, command: sampleCommand(life, one, name), at })
    }
    const attempt = pickOrNone(prepare, what)
    if (attempt !== undefined) return attempt
  }
  const name = style % 4 === 3 ? pick(NAMES, who) : pick(turn, 0)
  const unusual = style % 4 === 3 ? [] : unusualOf(life, allowedTo(life, name, at))
  return { name, command: pickOrNone(unusual, what) ?? pick(nonsense(life, what), what), at }
}

/** One time in four a decision goes the other way. */
function turned(life: Life, command: CaseCommand, draw: number): CaseCommand {
  if (draw % 4 !== 0) return command
  switch (command.type) {
    case 'revise-plan':
      return { ...command, plan: draw % 8 === 0 ? LESS : MORE }
    case 'decide-plan':
    case 'decide-ending':
      return { ...command, decision: draw % 8 === 0 ? 'returned' : 'rejected', remarks: '再谈谈' }
    case 'record-opinion':
      return { ...command, opinion: draw % 8 === 0 ? 'wants-change' : 'declined' }
    case 'record-follow-up': {
      const unsatisfied = { ...command, satisfied: false, dislikes: '仍有异响' }
      return draw % 8 === 0
        ? { ...unsatisfied, changeNeeded: true }
        : { ...unsatisfied, nextAt: after(life.now, 'PT60H') }
    }
    default:
      return command
  }
}

function allowedTo(life: Life, name: string, at: string): readonly Option[] {
  const all = options(life.state, contextOf(name, at, life.people))
  return all.filter((option) => option.allowed)
}

/** A department more is asked for once in a while, not for ever. */
function enough(life: Life, action: CaseCommand['type']): boolean {
  return action === 'add-task' && life.state.tasks.length > 2
}

const ONWARDS: ReadonlySet<CaseCommand['type']> = new Set<CaseCommand['type']>([
  'sign',
  'acknowledge',
  'enter-step',
  'save-plan',
  'submit-plan',
  'decide-plan',
  'tell-decision',
  'record-opinion',
  'draft-agreement',
  'sign-agreement',
  'file-scan',
  'confirm-scan',
  'acknowledge-task',
  'complete-task',
  'add-task',
  'record-follow-up',
  'revise-plan',
  'decide-ending',
  'close',
])

const PREPARING: ReadonlySet<CaseCommand['type']> = new Set<CaseCommand['type']>([
  'save-form',
  'add-record',
  'hand-over',
])

/** Those who have something to do with the case as it stands. */
function busyPeople({ state }: Life): readonly string[] {
  const handler = state.pendingHandover?.to ?? state.owner
  return [
    state.owner,
    handler,
    state.recorder,
    '周建国',
    '林岚',
    '赵永',
    '孙丽',
    '何静',
    state.owner,
  ]
}

/** What may well be asked, but does not simply go well: returns, refusals of the customer, other people, other times. */
function unusualOf(life: Life, allowed: readonly Option[]): readonly CaseCommand[] {
  const offered = new Set(allowed.map((option) => option.action))
  const contact = record('contact')
  const unreached = { ...contact, values: { ...contact.values, reached: false } }
  const remarks = '再想想'
  const analysis = form('analysis')
  const serious = { ...analysis, values: { ...analysis.values, severity: 'serious' } }
  const all: readonly CaseCommand[] = [
    { type: 'decide-plan', decision: 'returned', remarks },
    { type: 'decide-plan', decision: 'rejected', remarks },
    { type: 'record-opinion', opinion: 'wants-change', words: '再加一桶' },
    { type: 'record-opinion', opinion: 'declined', words: '不接受' },
    followUp({ satisfied: false, dislikes: '异响', nextAt: after(life.now, 'PT30H') }),
    followUp({ satisfied: false, dislikes: '异响', changeNeeded: true }),
    { type: 'decide-ending', decision: 'rejected', remarks },
    { type: 'propose-ending', ending: 'unreachable', reason: '没人接' },
    { type: 'propose-ending', ending: 'legal', reason: '起诉' },
    unreached,
    ...['陈志强', '吴敏', '林岚'].map((to): CaseCommand => ({ type: 'hand-over', to })),
    { type: 'save-plan', plan: { ...PLAN, costFen: 99_000, opinion: '换一种办法' } },
    { type: 'submit-plan', plan: { ...PLAN, remedies: PLAN.remedies.slice(2), costFen: 0 } },
    { type: 'submit-plan', plan: null },
    { type: 'revise-plan', plan: LESS, reason: '少一桶', accepted: null },
    { type: 'revise-plan', plan: LESS, reason: '照他说的办', accepted: TOLD },
    { type: 'revise-plan', plan: MORE, reason: '再加一桶', accepted: null },
    { type: 'revise-plan', plan: SPLIT, reason: '分三次给', accepted: TOLD },
    { type: 'add-task', task: freshTasks(life)[0] ?? '', ...PRINTING },
    followUp({ received: false }),
    { type: 'plan-care', dueAt: after(life.now, 'PT720H'), note: '问油压' },
    { type: 'plan-care', dueAt: after(life.now, 'PT20M'), note: '' },
    { type: 'record-care', ...CARE },
    { type: 'record-care', ...CARE, satisfied: false, dislikes: '又报警' },
    { ...SCAN, attachment: 'scan-2', signedOn: dayOf(life.now) },
    form('finding-out'),
    ...['other-demand', 'visit-request', 'public-figure', 'negotiation-round'].map(record),
    serious,
    ...(['returned', 'approved'] as const).flatMap((decision) =>
      allowed
        .filter(({ action }) => action === 'decide-record')
        .map(({ target }): CaseCommand => {
          const [kind = '', entry = ''] = target.split(':')
          return { type: 'decide-record', kind, entry: Number(entry), decision, remarks }
        }),
    ),
    { type: 'reply', ...TOLD },
    { type: 'mark-chased', note: '催' },
    { type: 'attach', attachment: 'file-1', name: '桶身😀.jpg', note: '' },
    { type: 'correct', field: 'batch', value: '20251118-B2', reason: '补报' },
    { type: 'correct', field: 'spec', value: '4L 桶', reason: '' },
    { type: 'print-form', form: 'registration' },
    { type: 'print-form', form: 'agreement' },
    { type: 'revoke-link', reason: '发错了' },
    { type: 'merge-report', receivedAt: life.now, person: '', reason: '又报警', words: [] },
  ]
  return all.filter((command) => offered.has(command.type))
}

const [oil, ...others] = PLAN.remedies as [RemedyLine, ...RemedyLine[]]
/** Inside what was approved, beyond it, and beyond it in three small pieces. */
const LESS = { ...PLAN, costFen: 43_000, remedies: [{ ...oil, quantity: 1, amountFen: 40_000 }] }
const MORE = { ...PLAN, costFen: 126_000, remedies: [{ ...oil, quantity: 3 }, ...others] }
const SPLIT = {
  ...PLAN,
  remedies: [1, 2, 3].map(() => ({ ...oil, quantity: 1, amountFen: 26_000 })),
}

const STRANGE = [
  '',
  '　',
  'constructor',
  '__proto__',
  '投诉😀',
  'x'.repeat(1200),
  '\u0000',
  'execution',
]

/** Input no honest screen sends. */
function nonsense(life: Life, seed: number): readonly CaseCommand[] {
  const text = pick(STRANGE, seed)
  const task = life.state.tasks[0]?.id ?? text
  const done = { waybill: text, doneOn: text, note: text }
  const steps = ['intake', 'finding-out', 'approval', 'agreement', 'execution', 'follow-up', text]
  return [
    ...steps.map((step): CaseCommand => ({
      type: 'enter-step',
      step,
      taskIds: freshTasks(life),
      skip: EVERY,
    })),
    { type: 'sign' },
    { type: 'acknowledge' },
    { type: 'hand-over', to: null },
    { type: 'hand-over', to: text },
    { type: 'correct', field: text, value: text, reason: text },
    { type: 'save-form', form: text, values: { [text]: text }, unavailable: {} },
    { type: 'save-form', form: 'finding-out', values: { spec: [1, { a: null }] }, unavailable: {} },
    { type: 'add-record', kind: text, values: {} },
    { type: 'add-record', kind: 'contact', values: { reached: 'yes', person: text } },
    { type: 'add-record', kind: 'follow-up', values: { satisfied: true } },
    { type: 'add-record', kind: 'consultation', values: { colleague: text, opinion: text } },
    { type: 'decide-record', kind: text, entry: seed, decision: 'approved', remarks: text },
    { type: 'decide-record', kind: 'contact', entry: 0, decision: 'approved', remarks: text },
    { type: 'save-plan', plan: { ...PLAN, costFen: null, opinion: text } },
    { type: 'submit-plan', plan: { ...PLAN, costFen: 1 } },
    { type: 'decide-plan', decision: 'approved', remarks: text },
    { type: 'tell-decision', ...TOLD, content: text },
    { type: 'record-opinion', opinion: 'accepted', words: text },
    { type: 'draft-agreement' },
    { type: 'sign-agreement' },
    { ...SCAN, signedOn: '2099-01-01' },
    { type: 'confirm-scan' },
    { type: 'acknowledge-task', task },
    { type: 'complete-task', task, ...done },
    { type: 'complete-task', task: text, ...done },
    followUp({ satisfied: true, changeNeeded: true }),
    followUp({ satisfied: false, nextAt: '1999-01-01T00:00:00Z' }),
    { type: 'propose-ending', ending: 'satisfied', reason: text },
    { type: 'decide-ending', decision: 'approved', remarks: '' },
    { type: 'close', clean: false, skip: EVERY },
    { type: 'revise-plan', plan: LESS, reason: text, accepted: null },
    { type: 'add-task', task: 'task-text', ...PRINTING, post: text, label: text },
    { type: 'plan-care', dueAt: '1999-01-01T00:00:00Z', note: text },
    { type: 'record-care', ...CARE, answer: text },
    { type: 'reopen', reason: text },
    { type: 'reveal-contact', field: text },
    { type: 'print-form', form: 'agreement' },
    { type: 'send-link' },
    { type: 'revoke-link', reason: text },
  ]
}

/** Reasons to skip what cannot be skipped. */
const EVERY = Object.fromEntries(
  [
    'CMP-04',
    'INV-01',
    'INV-02',
    'INV-05',
    'INV-18',
    'APR-01',
    'APR-02',
    'AGR-01',
    'EXE-05',
    'FUP-01',
    'NEG-17',
    'INV-17',
    'GDE-02',
  ].map((rule) => [rule, '赶时间']),
)

function pickOrNone<Item>(items: readonly Item[], draw: number): Item | undefined {
  return items[draw % Math.max(1, items.length)]
}

function pick<Item>(items: readonly Item[], draw: number): Item {
  const item = pickOrNone(items, draw)
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
