import { act, type Act, acts, readCase } from './story.ts'
import { signedPage } from './signed-page.ts'
import { demoTime } from './demo-clock.ts'

type Text = string
const LEADER = 'zhoujianguo'

export const acknowledged = (at: Text): Act => act(at, 'acknowledge')

export const contact = (
  at: Text,
  person: Text,
  content: Text,
  { means = 'phone', reached = true } = {},
): Act => act(at, 'add-record', { kind: 'contact', values: { means, person, reached, content } })

export const note = (at: Text, text: Text, key = false): Act =>
  act(at, 'add-record', { kind: 'note', values: { text, key } })

export const replied = (at: Text, person: Text, content: Text, means = 'phone'): Act =>
  act(at, 'reply', { means, person, content })

export const chased = (at: Text, text: Text): Act =>
  act(at, 'mark-chased', { note: text }, 'liufang')

export const promised = (at: Text, due: Text, toWhom: Text, content: Text): Act =>
  act(at, 'promises', { content, toWhom, dueAt: demoTime(due).toString(), source: 'call' })

export type Findings = {
  readonly productName: Text
  readonly spec: Text
  readonly producedOn: Text
  readonly batch: Text
  readonly usedSince: Text
  readonly symptom: Text
  readonly previousBrand?: Text
  readonly previousExperience?: Text
  readonly recentUse: Text
  /** As read back to the customer; the symptom in the same words where nothing else was said. */
  readonly restatement?: Text
  readonly wish?: Text
  readonly demand?: Text
}

/** The nine questions and the question bank; what the customer could not say is marked so (INV-02, INV-18). */
export const foundOut = (
  at: Text,
  findings: Findings,
  unavailable: Record<string, Text> = {},
): Act => {
  const unsaid = Object.fromEntries(
    (['wish', 'demand'] as const)
      .filter((key) => findings[key] === undefined)
      .map((key) => [key, '客户说先查清原因再谈']),
  )
  const answers = {
    load: findings.recentUse,
    oilChange: '热车放净',
    filter: '同时换了',
    mixing: '没有混用',
  }
  return acts(at, [
    [
      'save-form',
      {
        ...firstSave('finding-out', { restatement: findings.symptom, ...findings }),
        unavailable: { ...unsaid, ...unavailable },
      },
    ],
    ['save-form', firstSave('questions', answers)],
    [
      'add-record',
      { kind: 'read-back', values: { means: 'phone', person: '客户本人', result: 'confirmed' } },
    ],
  ])
}

const firstSave = (form: Text, values: object) => ({ form, expectedVersion: 0, values })

export type Weighing = {
  readonly trade: 'long-term' | 'new'
  readonly tradeNote?: Text
  readonly future: 'none' | 'unsure' | 'hopeful'
  readonly reputation: Text
  readonly demand: 'unreasonable' | 'excessive' | 'fair'
  readonly demandText: Text
  readonly fault: 'company' | 'shared' | 'none' | 'unclear'
  readonly faultNote?: Text
  readonly analysis: Text
}

/** First the mood, then the matter: heard out, apologised, verified, analysed, and then weighed (GDE-01, INV-11, NEG-01). */
export const weighed = (at: Text, weighing: Weighing): Act => {
  const record = (kind: Text, values: object) => ['add-record', { kind, values }] as const
  const inconvenience = '耽误了您的生产'
  return acts(at, [
    record('vent', { said: weighing.demandText, minutes: 5, finished: true }),
    record('calming', { mood: 'anxious', done: '听完、道歉、说明时间', moodAfter: 'calm' }),
    record('apology', { person: '客户本人', inconvenience }),
    record('end-user-check', { endUser: '用油的师傅', means: 'phone', result: '说法一致' }),
    [
      'save-form',
      firstSave('analysis', {
        severity: 'moderate',
        certainty: 'sure',
        grasp: weighing.analysis,
        visitNeeded: false,
        verifyEndUser: false,
        judgement: 'grounded',
        besidesMoney: '没有',
      }),
    ],
    ['save-form', firstSave('negotiation', weighing)],
  ])
}

export const entered = (at: Text, step: Text): Act => act(at, 'enter-step', { step })

export type Remedy = {
  readonly remedy: Text
  readonly product?: Text
  readonly quantity?: number
  readonly unit?: Text
  /** Yuan; the API counts in fen. */
  readonly yuan?: number
  readonly note?: Text
  readonly who?: Text
  readonly on?: Text
  readonly place?: Text
}

/** `keptYuan`: what the customer buys in a year and would buy elsewhere (NEG-14). */
export const submitted = (
  at: Text,
  opinion: Text,
  remedies: readonly Remedy[],
  keptYuan = 12_000,
): Act => {
  const lines = remedies.map(({ yuan = 0, on, ...line }) => ({
    ...line,
    amountFen: yuan * 100,
    ...(on === undefined ? {} : { on: `2026-${on}` }),
  }))
  const costFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const exchanges = lines.some(({ remedy }) => remedy === 'replacement')
  const wanted = lines.find(({ remedy }) => remedy === 'replacement')?.product
  const plan = { opinion, remedies: lines, costFen, keptFen: keptYuan * 100, level: 'generous' }
  return acts(at, [
    // INV-19: what the customer wants instead is known before an exchange is proposed.
    ...(exchanges ? ([['save-form', firstSave('exchange', exchangeFor(wanted))]] as const) : []),
    ['submit-plan', { plan, expectedVersion: 0 }],
  ])
}

const exchangeFor = (wanted = '同牌号的另一批') => ({
  standard: '不再出现同样的问题',
  usage: '照说明书换油',
  wanted,
})

export const approved = (at: Text, remarks = ''): Act =>
  act(at, 'decide-plan', { decision: 'approved', remarks, expectedVersion: 1 }, LEADER)

export const told = (at: Text, person: Text, content: Text): Act =>
  act(at, 'tell-decision', { means: 'phone', person, content })

export const accepted = (at: Text, words: Text): Act =>
  act(at, 'record-opinion', { opinion: 'accepted', words })

export const agreementDrafted = (at: Text): Act => act(at, 'draft-agreement')
export const companySigned = (at: Text): Act => act(at, 'sign-agreement')

export const scanFiled = (at: Text, signer: Text, signedOn: Text): Act => ({
  at,
  run: async (on) => {
    const { id } = await on.desk.call<{ id: string }>(
      on.handler,
      'POST',
      `/attachments?name=${encodeURIComponent(`处理协议-${on.customer}.pdf`)}`,
      signedPage(on.customer),
    )
    const body = { attachment: id, signer, signedOn: `2026-${signedOn}`, means: 'paper-scan' }
    await on.desk.call(on.handler, 'POST', `/complaints/${on.id}/file-scan`, body)
  },
})

export const scanConfirmed = (at: Text): Act => act(at, 'confirm-scan', {}, 'liufang')

const DEPARTMENTS: Readonly<Record<string, Text>> = {
  warehouse: 'zhaoyong',
  marketing: 'sunli',
  production: 'dingwen',
}

/** Every department takes its task. */
export const tasksTaken = (at: Text): Act => ({
  at,
  run: async (on) => {
    for (const task of (await readCase(on)).tasks)
      await on.desk.call(DEPARTMENTS[task.post] ?? '', 'POST', `/tasks/${task.id}/acknowledge`, {
        complaintId: on.id,
      })
  },
})

export const tasksDone = (at: Text, doneOn: Text, waybill: Text, receipt: Text): Act => ({
  at,
  run: async (on) => {
    for (const task of (await readCase(on)).tasks)
      await on.desk.call(DEPARTMENTS[task.post] ?? '', 'POST', `/tasks/${task.id}/complete`, {
        complaintId: on.id,
        doneOn: `2026-${doneOn}`,
        ...(task.post === 'warehouse' ? { waybill, note: receipt } : { note: receipt }),
      })
  },
})

export const followedUp = (at: Text, person: Text, answer = '货收到了，没有问题了'): Act =>
  act(at, 'record-follow-up', {
    means: 'phone',
    person,
    answer,
    satisfied: true,
    changeNeeded: false,
    received: true,
  })

export const closed = (at: Text): Act => act(at, 'close', { clean: true })

export const endingProposed = (at: Text, ending: Text, reason: Text): Act =>
  act(at, 'propose-ending', { ending, reason })
