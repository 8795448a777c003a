import { randomUUIDv7 } from 'node:crypto'
import {
  begin,
  civilDate,
  clockEffects,
  type ComplaintEvent,
  type ComplaintState,
  type Context,
  decide,
  evolve,
  isEntered,
  isRefusal,
  must,
  noticesFor,
  type RecordedEvent,
  type Refusal,
  refuse,
  register,
  type RegisterCommand,
  titleOf,
} from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound, ProblemError } from '../../platform/http/problem.ts'
import { chain, NO_EVENTS } from '../../platform/log/chain.ts'
import type { CasePorts } from './case-ports.ts'
import { commitmentRows, complaintRow, noticeRows } from './case-rows.ts'
import { loadCase } from './complaint-store.ts'
import { tellClocks } from './tell-clocks.ts'
import { type CaseNow, type CommandCall, contextOf, refuseCommand } from './run-case-command.ts'

export type Registration = Omit<
  RegisterCommand,
  'type' | 'number' | 'siteId' | 'receivedAt' | 'firstKeystrokeAt'
> & {
  readonly playbook: string
  readonly receivedAt: string | undefined
  /** Business time of the draft's first keystroke; undefined when there was no draft. */
  readonly firstKeystrokeAt: string | undefined
  readonly sign: boolean
  readonly handOverTo: string | null
  readonly draftId: string | null
}

/**
 * CMP-01 and, in the same commit when asked, CMP-03 and CMP-04: all of it or nothing. The case takes the draft's id, so one
 * draft can never become two cases.
 */
export async function registerComplaint(
  ports: CasePorts,
  call: CommandCall,
  wish: Registration,
): Promise<CaseNow> {
  const { principal } = call
  const registration = await withFile(ports, principal, wish)
  const playbook = principal.directory.playbooks.get(registration.playbook)
  const now = await ports.clock.business(principal.orgId)
  if (playbook === undefined) {
    const anyPlaybook = [...principal.directory.playbooks.keys()][0] ?? ''
    return refuseCommand(
      ports,
      principal,
      'register',
      null,
      refuse([must('PBK-01', { code: 'exactly-one-playbook' })]),
      contextOf(principal, anyPlaybook, now),
    )
  }
  const context = contextOf(principal, playbook.code, now)
  const firstKeystrokeAt = registration.firstKeystrokeAt ?? now
  // Judged with a number still to come: a refusal must not use one up.
  const command: RegisterCommand = {
    ...registration,
    type: 'register',
    number: '',
    siteId: principal.actor.siteId,
    receivedAt: registration.receivedAt ?? firstKeystrokeAt,
    firstKeystrokeAt,
  }
  const judged = judgeRegistration(command, registration, context)
  if (isRefusal(judged)) return refuseCommand(ports, principal, 'register', null, judged, context)
  const number = await ports.numbers.next(
    principal.orgId,
    playbook.numberPrefix,
    civilDate(now, context.zone),
  )
  const customerId =
    registration.customerId ??
    (await ports.customers.ofRegistration(principal, registration.values, call))
  const done = withNumber(judged, { number, customerId }, command.id, context)
  const registered = await write(ports, call, registration, done, context)
  await ports.customers.linkEndUser(principal, customerId, registration.values, call)
  return registered
}

/** No gate asks for number or file, so what was judged holds with them; only the state is folded anew. */
function withNumber(
  judged: Judged,
  given: { readonly number: string; readonly customerId: string },
  id: string,
  context: Context,
): Judged {
  const events = judged.events.map((event) =>
    event.type === 'registered' ? { ...event, data: { ...event.data, ...given } } : event,
  )
  return extend(null, events, id, context)
}

/** A screen has phone and address masked and never sends stars: what it leaves out is taken from the customer's file. */
async function withFile(
  ports: CasePorts,
  principal: Principal,
  wish: Registration,
): Promise<Registration> {
  if (wish.customerId === null) return wish
  const missing = ['company', 'phone', 'address'].some((field) => !isEntered(wish.values[field]))
  if (!missing) return wish
  const file = await ports.customers.onFile(principal, wish.customerId)
  if (file === null) throw notFound()
  const kept = Object.entries({
    company: file.name,
    phone: file.phone,
    address: file.address,
  }).filter(([field]) => !isEntered(wish.values[field]))
  return { ...wish, values: { ...wish.values, ...Object.fromEntries(kept) } }
}

type Judged = {
  readonly state: ComplaintState
  readonly events: readonly ComplaintEvent[]
  readonly recorded: readonly RecordedEvent[]
}

function judgeRegistration(
  command: RegisterCommand,
  wish: Registration,
  context: Context,
): Refusal | Judged {
  const first = register(command, context)
  if (isRefusal(first)) return first
  let judged = extend(null, first, command.id, context)
  const further = [
    ...(wish.sign ? [{ type: 'sign' as const }] : []),
    ...(wish.handOverTo === null ? [] : [{ type: 'hand-over' as const, to: wish.handOverTo }]),
  ]
  for (const next of further) {
    const events = decide(judged.state, next, context)
    if (isRefusal(events)) return events
    judged = extend(judged, events, command.id, context)
  }
  return judged
}

function extend(
  before: Judged | null,
  events: readonly ComplaintEvent[],
  id: string,
  context: Context,
): Judged {
  const recorded = events.map((event): RecordedEvent => ({
    ...event,
    at: context.now,
    by: context.actor.id,
  }))
  let state = before?.state ?? null
  for (const event of recorded) {
    if (state === null) {
      if (event.type !== 'registered')
        throw new Error(`a case begins with its registration, not with ${event.type}`)
      state = begin(id, event, context.playbook)
    } else state = evolve(state, event, context.playbook)
  }
  if (state === null) throw new Error('a registration without events')
  return {
    state,
    events: [...(before?.events ?? []), ...events],
    recorded: [...(before?.recorded ?? []), ...recorded],
  }
}

async function write(
  ports: CasePorts,
  call: CommandCall,
  registration: Registration,
  judged: Judged,
  context: Context,
): Promise<CaseNow> {
  const { principal } = call
  const { orgId } = principal
  const { state, events, recorded } = judged
  const realAt = await ports.clock.real()
  const { rows, head } = chain(
    { orgId, id: state.id, noun: 'complaint', head: NO_EVENTS },
    recorded,
    realAt,
  )
  const effects = clockEffects(state, events, [], {
    playbook: context.playbook,
    now: context.now,
    zone: context.zone,
    title: titleOf(state),
    newId: () => randomUUIDv7(),
  })
  const commitments = commitmentRows(orgId, [], effects, {
    now: context.now,
    realAt,
    by: principal.actor.id,
  })
  const notices = noticeRows(
    events.flatMap((event) => noticesFor(event, state, context)),
    state,
    { by: principal.actor.id, now: context.now },
  )
  const { outcome, subjectId } = await ports.appends.append({
    orgId,
    sessionId: principal.sessionId,
    userId: principal.actor.id,
    key: call.key,
    inputHash: call.inputHash,
    now: context.now,
    expected: 0,
    id: state.id,
    complaint: complaintRow(state, head, commitments.states, new Set(), context.playbook),
    events: [...rows, ...commitments.events],
    commitments: commitments.rows,
    tasks: [],
    notices,
    draftId: registration.draftId,
  })
  if (outcome === 'key-reused') throw new ProblemError('key-reused')
  if (outcome === 'session-ended') throw new ProblemError('unauthenticated')
  if (outcome === 'clock') {
    ports.clock.forget(orgId)
    throw new ProblemError('unavailable', { message: '业务时钟刚刚变动，没有登记。请再按一次。' })
  }
  // The same draft was registered a moment ago, by this request or another: its case is the answer.
  if (outcome !== 'ok') return alreadyThere(ports, call, subjectId, context)
  ports.changed({ orgId, noun: 'complaint', id: state.id, version: 1 })
  if (notices.length > 0) ports.changed({ orgId, noun: 'notice', id: state.id, version: 1 })
  tellClocks(ports, commitments.states, context.now)
  return { state, version: 1, commitments: commitments.states, now: context.now }
}

async function alreadyThere(
  ports: CasePorts,
  call: CommandCall,
  id: string,
  context: Context,
): Promise<CaseNow> {
  const { found } = await loadCase(ports.pool, call.principal.orgId, id, null)
  if (found === null || found.state.recorder !== call.principal.actor.id)
    throw new ProblemError('conflict')
  return {
    state: found.state,
    version: found.version,
    commitments: found.commitments.map((one) => one.state),
    now: context.now,
  }
}
