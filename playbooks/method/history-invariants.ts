import { canonical, type Json, type People, type RecordedEvent } from '@yinuo/domain'
import { LUB } from './life.ts'
import { dayOf } from './sample-command.ts'

/** What an auditor would check with nothing but the printed list of events; each line returned is a breach. */
export function breaches(history: readonly RecordedEvent[], people: People): readonly string[] {
  return AUDITS.flatMap((audit) => audit(history, people))
}

type Audit = (history: readonly RecordedEvent[], people: People) => readonly string[]
type Types = RecordedEvent['type']

function last<Type extends Types>(
  history: readonly RecordedEvent[],
  type: Type,
): Extract<RecordedEvent, { type: Type }> | undefined {
  return history.findLast(
    (event): event is Extract<RecordedEvent, { type: Type }> => event.type === type,
  )
}

/** Applies a check to every event together with all that happened before it. */
function each(
  check: (event: RecordedEvent, before: readonly RecordedEvent[]) => string | null | undefined,
): Audit {
  return (history) =>
    history.flatMap((event, index) => {
      const breach = check(event, history.slice(0, index))
      return breach === null || breach === undefined ? [] : [`#${index} ${event.type}: ${breach}`]
    })
}

function since(
  before: readonly RecordedEvent[],
  ...types: readonly Types[]
): readonly RecordedEvent[] {
  return before.slice(before.findLastIndex((event) => types.includes(event.type)) + 1)
}

const registeredOnceAndFirst: Audit = (history) =>
  history.flatMap((event, index) =>
    (event.type === 'registered') === (index === 0) ? [] : [`#${index} ${event.type}: CMP-01`],
  )

const handedOverSigned = each((event, before) => {
  if (event.type !== 'handed-over' || event.data.to === '') return null
  const recorder = last(before, 'registered')?.data.recorder
  const signed = last(before, 'signed')
  return signed?.data.by === recorder && signed?.by === recorder ? null : 'CMP-03 unsigned'
})

const signedOnce = each((event, before) =>
  event.type === 'signed' && last(before, 'signed') !== undefined ? 'CMP-03 signed twice' : null,
)

/** Who filed, signed and confirmed the agreement that stands; all of it is gone when it is voided or drafted anew. */
function agreementOf(before: readonly RecordedEvent[]) {
  const started = before.findLastIndex((event) => event.type === 'agreement-drafted')
  const own = started < 0 ? [] : before.slice(started)
  const standing = own.some((event) => event.type === 'agreement-voided') ? [] : own
  return {
    drafted: last(standing, 'agreement-drafted'),
    signer: last(standing, 'agreement-signed')?.by,
    filer: last(standing, 'scan-filed')?.by,
    confirmer: last(standing, 'scan-confirmed')?.by,
  }
}

const executedSigned = each((event, before) => {
  const begins =
    event.type === 'tasks-created' ||
    (event.type === 'step-entered' && event.data.step === 'execution')
  if (!begins) return null
  const { drafted, signer, filer, confirmer } = agreementOf(before)
  if (drafted === undefined || signer === undefined || confirmer === undefined) return 'AGR-01'
  return confirmer === filer || confirmer === signer ? 'AGR-01 confirmed by a first person' : null
})

const confirmedByAnother = each((event, before) => {
  const { signer, filer, confirmer } = agreementOf([...before, event])
  if (event.type === 'agreement-signed' && confirmer === event.by) return 'AGR-01 signer confirmed'
  if (event.type !== 'scan-confirmed') return null
  return filer === undefined || [filer, signer].includes(event.by) ? 'AGR-01' : null
})

const approvedByAnother = each((event, before) => {
  if (event.type !== 'plan-approved') return null
  const submitted = last(before, 'plan-submitted')
  const between = since(before, 'plan-submitted').filter(({ type }) =>
    ['plan-saved', 'plan-approved', 'plan-returned', 'plan-rejected'].includes(type),
  )
  if (submitted === undefined || between.length > 0) return 'APR-02 nothing to approve'
  if (submitted.by === event.by) return 'SYS-15 approved his own'
  const same = canonical(submitted.data.plan as unknown as Json) === event.data.content
  return same ? null : 'APR-02 approved something else'
})

/** The approval that covers what may be told and agreed now; a newer plan ends it. */
function approvalOf(before: readonly RecordedEvent[]) {
  return last(since(before, 'plan-saved', 'plan-submitted'), 'plan-approved')
}

const toldApproved = each((event, before) =>
  event.type === 'decision-told' && approvalOf(before) === undefined ? 'APR-02' : null,
)

const agreedApproved = each((event, before) => {
  if (event.type !== 'agreement-drafted') return null
  const approval = approvalOf(before)
  if (approval === undefined) return 'APR-02 not approved'
  if (canonical(event.data.plan as unknown as Json) !== approval.data.content) return 'APR-02 other'
  const after = since(before, 'plan-approved')
  if (last(after, 'decision-told') === undefined) return 'APR-03 not told'
  return last(after, 'opinion-recorded')?.data.opinion === 'accepted' ? null : 'NEG-10'
})

const ended = each((event, before) => {
  if (event.type !== 'closed') return null
  if (event.data.ending !== 'satisfied') {
    const decided = before.at(-1)
    const proposed = last(before, 'ending-proposed')
    if (decided?.type !== 'ending-decided' || decided.data.decision !== 'approved') return 'NEG-17'
    if (proposed?.data.ending !== event.data.ending || proposed.data.reason.trim() === '')
      return 'NEG-17 another end than proposed'
    return proposed.by === decided.by ? 'SYS-15 approved his own end' : null
  }
  const created = before.flatMap((one) => (one.type === 'tasks-created' ? one.data.tasks : []))
  const done = new Set(
    before.flatMap((one) => (one.type === 'task-completed' ? [one.data.task] : [])),
  )
  if (created.some((task) => !done.has(task.id))) return 'EXE-05'
  const round = since(before, 'step-entered')
  return last(round, 'followed-up')?.data.satisfied === true ? null : 'FUP-01'
})

const nothingAfterTheEnd = each((event, before) =>
  last(before, 'closed') === undefined || event.type === 'contact-revealed' ? null : 'SYS-28',
)

function ownerAfter(history: readonly RecordedEvent[]): string | undefined {
  return last(history, 'acknowledged')?.data.by ?? last(history, 'registered')?.data.recorder
}

const alwaysOwned: Audit = (history) => (ownerAfter(history) ? [] : ['CMP-08 nobody owns it'])

const acceptedWhatWasHandedOver = each((event, before) => {
  if (event.type !== 'acknowledged') return null
  const open = last(since(before, 'acknowledged'), 'handed-over')
  return open === undefined || event.by !== event.data.by || event.by === '' ? 'CMP-08' : null
})

/** What only the present owner does; the rest has its own people. */
const OWN: ReadonlySet<Types> = new Set<Types>([
  'form-saved',
  'replied',
  'plan-saved',
  'plan-submitted',
  'decision-told',
  'opinion-recorded',
  'agreement-drafted',
  'agreement-signed',
  'scan-filed',
  'agreement-voided',
  'tasks-created',
  'followed-up',
  'ending-proposed',
])

/** NEG-17: nobody handles yet what nobody has signed; its recorder or a leader may ask for its end. */
const endsUnsigned = (event: RecordedEvent, before: readonly RecordedEvent[]): boolean =>
  event.type === 'ending-proposed' && last(before, 'signed') === undefined

const handledByItsOwner = each((event, before) => {
  if (endsUnsigned(event, before)) return null
  return OWN.has(event.type) && event.by !== ownerAfter(before) ? `CMP-08 by ${event.by}` : null
})

const DUTY: Readonly<Partial<Record<Types, string>>> = {
  registered: 'record',
  signed: 'sign-own',
  'handed-over': 'hand-over',
  acknowledged: 'handle',
  'form-saved': 'handle',
  'record-decided': 'approve',
  replied: 'handle',
  'plan-saved': 'handle',
  'plan-submitted': 'handle',
  'plan-approved': 'approve',
  'plan-returned': 'approve',
  'plan-rejected': 'approve',
  'decision-told': 'handle',
  'opinion-recorded': 'handle',
  'agreement-drafted': 'handle',
  'agreement-signed': 'handle',
  'scan-filed': 'handle',
  'scan-confirmed': 'confirm-scan',
  'tasks-created': 'handle',
  'task-acknowledged': 'execute',
  'task-completed': 'execute',
  'followed-up': 'handle',
  'ending-proposed': 'handle',
  'ending-decided': 'approve',
  'report-merged': 'record',
  'contact-revealed': 'reveal-contacts',
}

/** ROLE-22: the doer's own posts, or those of somebody he stood in for on that day, carry the duty. */
const doneByWhoMay: Audit = (history, people) =>
  history.flatMap((event, index) => {
    const before = history.slice(0, index)
    const ownRecord = endsUnsigned(event, before) && event.by === before[0]?.by
    const unsigned = ownRecord ? 'record' : 'approve'
    const ofKind = event.type === 'record-added' ? LUB.records[event.data.kind]?.duty : undefined
    const duty = endsUnsigned(event, before) ? unsigned : (ofKind ?? DUTY[event.type])
    if (duty === undefined) return []
    const person = people.get(event.by ?? '')
    const day = dayOf(event.at)
    const lent = (person?.standsInFor ?? [])
      .filter(({ from, until }) => from <= day && day <= until)
      .flatMap(({ absent }) => people.get(absent)?.posts ?? [])
    const duties = [...(person?.posts ?? []), ...lent].flatMap(
      ({ post }): readonly string[] => LUB.posts[post]?.duties ?? [],
    )
    const may = person?.active === true && duties.includes(duty)
    return may ? [] : [`#${index} ${event.type}: ROLE-22 by ${event.by}`]
  })

const NEXT: Readonly<Record<string, readonly string[]>> = {
  intake: ['finding-out'],
  'finding-out': ['negotiation'],
  negotiation: ['approval'],
  approval: ['negotiation', 'agreement'],
  agreement: ['negotiation', 'execution'],
  execution: ['follow-up'],
  'follow-up': ['negotiation'],
}

const stepByStep = each((event, before) => {
  if (event.type !== 'step-entered') return null
  const from = last(before, 'step-entered')?.data.step ?? 'intake'
  return NEXT[from]?.includes(event.data.step) === true
    ? null
    : `PBK-03 ${from} → ${event.data.step}`
})

const analysedAfterTalking = each((event, before) => {
  if (event.type !== 'step-entered' || event.data.step !== 'negotiation') return null
  const talked = before.some(
    (one) =>
      one.type === 'record-added' &&
      one.data.kind === 'contact' &&
      one.data.values['reached'] === true,
  )
  return talked ? null : 'INV-01'
})

/** INV-14, INV-17, ESC-10: what waits for an answer gets one, from somebody else than who asked. */
const answeredByAnother = each((event, before) => {
  if (event.type !== 'record-decided') return null
  const { kind, entry } = event.data
  const asked = before.filter((one) => one.type === 'record-added' && one.data.kind === kind)
  const again = before.some(
    (one) => one.type === 'record-decided' && one.data.kind === kind && one.data.entry === entry,
  )
  if (again) return 'SYS-15 answered twice'
  return asked[entry] === undefined || asked[entry].by === event.by ? 'SYS-15 own request' : null
})

/** GDE-07, GDE-01, INV-15: nothing was reported before the apology, and what was passed over has its reason on record. */
const preparedBeforeReporting = each((event, before) => {
  if (event.type !== 'plan-submitted') return null
  const has = (kind: string) =>
    before.some((one) => one.type === 'record-added' && one.data.kind === kind)
  const passed = (rule: string) =>
    before.some(
      (one) =>
        one.type === 'gate-skipped' && one.data.rule === rule && one.data.reason.trim() !== '',
    )
  if (!has('apology')) return 'GDE-07'
  if (!has('calming') && !passed('GDE-01')) return 'GDE-01'
  return has('end-user-check') || passed('INV-15') ? null : 'INV-15'
})

const inOrderOfTime = each((event, before) => {
  const previous = before.at(-1)
  return previous !== undefined && Temporal.Instant.compare(event.at, previous.at) < 0
    ? 'before the last'
    : null
})

const tasksOnceOfTheirDepartment: Audit = (history, people) => {
  const tasks = new Map<string, { readonly post: string; done: number }>()
  return history.flatMap((event) => {
    if (event.type === 'tasks-created')
      for (const task of event.data.tasks) tasks.set(task.id, { post: task.post, done: 0 })
    if (event.type !== 'task-completed') return []
    const task = tasks.get(event.data.task)
    if (task === undefined) return ['EXE-01 unknown task']
    task.done += 1
    const posts = people.get(event.by ?? '')?.posts.map(({ post }) => post) ?? []
    return task.done === 1 && posts.includes(task.post) ? [] : [`ROLE-05 ${event.data.task}`]
  })
}

const AUDITS: readonly Audit[] = [
  registeredOnceAndFirst,
  signedOnce,
  handedOverSigned,
  acceptedWhatWasHandedOver,
  alwaysOwned,
  handledByItsOwner,
  doneByWhoMay,
  stepByStep,
  analysedAfterTalking,
  preparedBeforeReporting,
  answeredByAnother,
  approvedByAnother,
  toldApproved,
  agreedApproved,
  confirmedByAnother,
  executedSigned,
  tasksOnceOfTheirDepartment,
  ended,
  nothingAfterTheEnd,
  inOrderOfTime,
]
