import type { People, RecordedEvent } from '@yinuo/domain'
import { type Audit, each, last, since, type Types } from './history-audit.ts'
import {
  agreedApproved,
  approvedByAnother,
  isRefusalApproved,
  revisedInside,
  toldApproved,
} from './history-plans.ts'
import { LUB } from './life.ts'
import { dayOf } from './sample-command.ts'

/** What an auditor would check with nothing but the printed list of events; each line returned is a breach. */
export function breaches(history: readonly RecordedEvent[], people: People): readonly string[] {
  return AUDITS.flatMap((audit) => audit(history, people))
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

const isRegistration = (event: RecordedEvent): boolean =>
  event.type === 'form-saved' && event.data.form === 'registration'

const signedStands = each((event, before) => {
  if (!isRegistration(event)) return null
  if (last(before, 'signed') !== undefined) return 'CMP-03 changed what was signed'
  return event.by === last(before, 'registered')?.data.recorder ? null : 'CMP-03 not his own'
})

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

const ended = each((event, before) => {
  if (event.type !== 'closed') return null
  if (event.data.ending !== 'satisfied') {
    const decided = last(before, 'ending-decided')
    const proposed = last(before, 'ending-proposed')
    if (!isRefusalApproved(before) || decided === undefined) return 'NEG-17'
    const told = since(before, 'ending-decided').some(({ type }) => type === 'decision-told')
    const tell = LUB.endings.find(({ key }) => key === event.data.ending)?.tell === true
    if (tell ? !told : before.at(-1) !== decided) return 'NEG-04 APR-03 not told, or out of turn'
    if (proposed?.data.ending !== event.data.ending || proposed.data.reason.trim() === '')
      return 'NEG-17 another end than proposed'
    return proposed.by === decided.by ? 'SYS-15 approved his own end' : null
  }
  const created = before.flatMap((one) => {
    if (one.type === 'task-added') return [one.data]
    return one.type === 'tasks-created' ? one.data.tasks : []
  })
  const done = new Set(
    before.flatMap((one) => (one.type === 'task-completed' ? [one.data.task] : [])),
  )
  if (created.some((task) => !done.has(task.id))) return 'EXE-05'
  const round = since(before, 'step-entered')
  return last(round, 'followed-up')?.data.satisfied === true ? null : 'FUP-01'
})

/** SYS-28, FUP-08, SYS-17: after the end there are only further contacts, until somebody takes it up again. */
const AFTERWARDS: ReadonlySet<Types> = new Set<Types>([
  'contact-revealed',
  'printed',
  'care-planned',
  'care-made',
  'reopened',
])

const nothingAfterTheEnd = each((event, before) => {
  const isOver = last(since(before, 'reopened'), 'closed') !== undefined
  return isOver && !AFTERWARDS.has(event.type) ? 'SYS-28' : null
})

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
  'plan-revised',
  'approval-voided',
  'decision-told',
  'opinion-recorded',
  'agreement-drafted',
  'agreement-signed',
  'scan-filed',
  'agreement-voided',
  'tasks-created',
  'task-added',
  'followed-up',
  'ending-proposed',
])

/** NEG-17: nobody handles yet what nobody has signed; its recorder or a leader may ask for its end. */
const endsUnsigned = (event: RecordedEvent, before: readonly RecordedEvent[]): boolean =>
  event.type === 'ending-proposed' && last(before, 'signed') === undefined

const handledByItsOwner = each((event, before) => {
  if (endsUnsigned(event, before)) return null
  // Whoever hears that the customer is not satisfied takes the case up again with everything that means (SYS-17).
  if (before.at(-1)?.type === 'reopened') return null
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
  'plan-revised': 'handle',
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
  'task-added': 'handle',
  'care-planned': 'handle',
  'care-made': 'handle',
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
    const own = endsUnsigned(event, before) ? unsigned : isRegistration(event) ? 'record' : ofKind
    const duty = own ?? DUTY[event.type]
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
  approval: ['negotiation', 'agreement', 'approval'],
  agreement: ['negotiation', 'execution', 'approval'],
  execution: ['follow-up'],
  'follow-up': ['negotiation'],
}

const stepByStep = each((event, before) => {
  if (event.type !== 'step-entered') return null
  const from = last(before, 'step-entered')?.data.step ?? 'intake'
  const { step } = event.data
  // A refusal that was approved is told and followed up (NEG-04); what is taken up again goes on where it ended, or is
  // negotiated (SYS-17).
  if (step === 'follow-up' && before.at(-1)?.type === 'ending-decided') return null
  const again = before.slice(-2).some(({ type }) => type === 'reopened')
  if (again && [from, 'negotiation'].includes(step)) return null
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
    if (event.type === 'task-added') tasks.set(event.data.id, { post: event.data.post, done: 0 })
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
  signedStands,
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
  revisedInside,
  toldApproved,
  agreedApproved,
  confirmedByAnother,
  executedSigned,
  tasksOnceOfTheirDepartment,
  ended,
  nothingAfterTheEnd,
  inOrderOfTime,
]
