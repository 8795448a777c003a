import { randomUUIDv7 } from 'node:crypto'
import {
  canSee,
  type CaseCommand,
  clockEffects,
  type ClockEffect,
  type Commitment,
  type ComplaintEvent,
  type ComplaintState,
  type Context,
  decide,
  evolve,
  type InstantText,
  involved,
  isBefore,
  isRefusal,
  millisecondsBetween,
  nextFireAt,
  noticesFor,
  type Refusal,
  titleOf,
} from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound, ProblemError, RefusedError } from '../../platform/http/problem.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { KeyedQueue } from '../../platform/keyed-queue.ts'
import { chain } from '../../platform/log/chain.ts'
import type { CasePorts } from './case-ports.ts'
import { commitmentRows, complaintRow, noticeRows, taskRows } from './case-rows.ts'
import { type LoadedCase, loadCase } from './complaint-store.ts'
import { tellClocks } from './tell-clocks.ts'

/** What a command is given beside the case: an earlier answer is found by the key, a repeat by the input's hash. */
export type CommandCall = {
  readonly principal: Principal
  readonly key: string
  readonly inputHash: Buffer
  /** True for the customer on his own page: he has no session, and what he does is nobody's of the company. */
  readonly isCustomer?: boolean
}

/** The case after a command, with all its commitments; what the view is made of. */
export type CaseNow = Pick<LoadedCase, 'state' | 'version'> & {
  readonly commitments: readonly LoadedCase['commitments'][number]['state'][]
  readonly now: InstantText
}

/** What a command wants to happen; `extra` are commitments it opens or moves itself (promises). */
export type Wanted = {
  readonly events: readonly ComplaintEvent[]
  readonly extra?: readonly ClockEffect[]
}

const ATTEMPTS = 6
const SKEW_MS = 5_000

/** Runs a domain command on a case: load, judge, append; judged again from the start when somebody was faster. */
export async function runCaseCommand(
  ports: CasePorts,
  call: CommandCall,
  id: string,
  command: CaseCommand,
  options: { readonly seenByWorkList?: boolean } = {},
): Promise<CaseNow> {
  return changeCase(
    ports,
    call,
    id,
    command.type,
    (state, context) => judge(state, command, context),
    options,
  )
}

export function judge(
  state: ComplaintState,
  command: CaseCommand,
  context: Context,
): Refusal | Wanted {
  const result = decide(state, command, context)
  return isRefusal(result) ? result : { events: result }
}

/**
 * The one flow of a change to a case (architecture §3). `work` is pure and may run several times. What one may not see does
 * not exist; `seenByWorkList` is for departments, which see a case only through the tasks addressed to them.
 */
export async function changeCase(
  ports: CasePorts,
  call: CommandCall,
  id: string,
  name: string,
  work: (state: ComplaintState, context: Context, loaded: LoadedCase) => Refusal | Wanted,
  { seenByWorkList = false }: { readonly seenByWorkList?: boolean } = {},
): Promise<CaseNow> {
  const attempt: Attempt = { ports, call, id, name, work, seenByWorkList, caughtUp: false }
  const first = await tryChange(attempt)
  if (first !== 'again') return first
  return hotCases.run(`${call.principal.orgId}/${id}`, async () => {
    for (let count = 1; count < ATTEMPTS; count += 1) {
      const done = await tryChange(attempt)
      if (done !== 'again') return done
    }
    throw new ProblemError('conflict')
  })
}

/** Whoever lost a case to somebody faster queues up for it. */
const hotCases = new KeyedQueue()

type Attempt = {
  readonly ports: CasePorts
  readonly call: CommandCall
  readonly id: string
  readonly name: string
  readonly work: (state: ComplaintState, context: Context, loaded: LoadedCase) => Refusal | Wanted
  readonly seenByWorkList: boolean
  /** What was overdue has been fired for this command once. */
  caughtUp: boolean
}

async function tryChange(attempt: Attempt): Promise<CaseNow | 'again'> {
  const { ports, call, id, name, work } = attempt
  const { principal } = call
  const { found, kept } = await loadCase(ports.pool, principal.orgId, id, {
    userId: principal.actor.id,
    key: call.key,
  })
  if (found === null) throw notFound()
  const now = await notBefore(ports, principal, found.lastEventAt)
  const commitments = found.commitments.map((one) => one.state)
  const context = contextOf(principal, found.state.playbook, now, commitments)
  if (!attempt.seenByWorkList && !canSee(found.state, context)) throw notFound()
  if (kept !== null) {
    if (!kept.inputHash.equals(call.inputHash)) throw new ProblemError('key-reused')
    return { state: found.state, version: found.version, commitments, now }
  }
  if (!attempt.caughtUp && isOverdue(found, now)) {
    attempt.caughtUp = true
    await ports.fireDue(principal.orgId)
    return tryChange(attempt)
  }
  const wanted = work(found.state, context, found)
  if (isRefusal(wanted)) return refuseCommand(ports, principal, name, id, wanted, context)
  return write(ports, call, found, wanted, context)
}

export async function refuseCommand(
  ports: Pick<CasePorts, 'recordRefusal'>,
  principal: Principal,
  command: string,
  subjectId: string | null,
  refusal: Refusal,
  context: Context,
): Promise<never> {
  await ports.recordRefusal(principal, command, subjectId, refusal.unmet)
  throw new RefusedError(
    refusal.unmet,
    wordUnmet(refusal.unmet, principal.directory, context.playbook, principal.actor),
  )
}

/** What a judgement depends on; `commitments` are the case's, for what is promised on it and still to keep (EXE-14). */
export function contextOf(
  principal: Principal,
  playbookCode: string,
  now: InstantText,
  commitments: readonly Commitment[] = [],
): Context {
  const playbook = principal.directory.playbooks.get(playbookCode)
  if (playbook === undefined) throw new Error(`playbook ${playbookCode} is not there`)
  return {
    actor: principal.actor,
    people: principal.directory.people,
    playbook,
    now,
    zone: principal.directory.zone,
    openPromises: commitments
      .filter((one) => one.kind === 'promise' && one.metAt === null && one.outcome !== 'void')
      .map((one) => one.content),
  }
}

/** What has passed its time is told before it is met: a miss that nobody heard of would have slipped silently (CLK-21). */
function isOverdue(found: LoadedCase, now: InstantText): boolean {
  return found.commitments.some(({ state }) => {
    const at = nextFireAt(state)
    return at !== null && !isBefore(now, at)
  })
}

/** Nodes may be apart by a little; a stream's times never run backwards. A clock far behind the stream is refused by `append`. */
async function notBefore(
  ports: CasePorts,
  principal: Principal,
  lastEventAt: InstantText,
): Promise<InstantText> {
  const now = await ports.clock.business(principal.orgId)
  const behind = millisecondsBetween(now, lastEventAt)
  if (behind > SKEW_MS)
    throw new ProblemError('conflict', {
      message: '业务时间早于这件投诉的最近一次记录，不能办理。请管理员把演示时钟拨到之后。',
    })
  return behind > 0 ? lastEventAt : now
}

async function write(
  ports: CasePorts,
  call: CommandCall,
  found: LoadedCase,
  wanted: Wanted,
  context: Context,
): Promise<CaseNow | 'again'> {
  const { principal, isCustomer = false } = call
  const { orgId } = principal
  const by = isCustomer ? null : principal.actor.id
  const realAt = await ports.clock.real()
  const recorded = wanted.events.map((event) => ({
    ...event,
    at: context.now,
    by,
  }))
  const state = recorded.reduce(
    (current, event) => evolve(current, event, context.playbook),
    found.state,
  )
  const { rows, head } = chain(
    { orgId, id: state.id, noun: 'complaint', head: found.head },
    recorded,
    realAt,
  )
  const clocks = clockEffects(
    state,
    wanted.events,
    found.commitments.map((one) => one.state),
    {
      playbook: context.playbook,
      now: context.now,
      zone: context.zone,
      title: titleOf(state),
      newId: () => randomUUIDv7(),
    },
  )
  const commitments = commitmentRows(
    orgId,
    found.commitments,
    [...clocks, ...(wanted.extra ?? [])],
    { now: context.now, realAt, by },
  )
  const notices = noticeRows(
    wanted.events.flatMap((event) => noticesFor(event, state, context)),
    state,
    { by, now: context.now },
  )
  const { outcome } = await ports.appends.append({
    orgId,
    sessionId: isCustomer ? null : principal.sessionId,
    userId: principal.actor.id,
    key: call.key,
    inputHash: call.inputHash,
    now: context.now,
    expected: found.version,
    id: state.id,
    complaint: complaintRow(
      state,
      head,
      commitments.states,
      involved(found.state),
      context.playbook,
    ),
    events: [...rows, ...commitments.events],
    commitments: commitments.rows,
    tasks: taskRows(found.state.tasks, state.tasks),
    notices,
    draftId: null,
  })
  if (outcome === 'key-reused') throw new ProblemError('key-reused')
  if (outcome === 'session-ended') throw new ProblemError('unauthenticated')
  if (outcome === 'clock') ports.clock.forget(orgId)
  // `replay`: the same request was faster on another connection; loading again finds its answer.
  if (outcome !== 'ok') return 'again'
  const version = found.version + 1
  ports.changed({ orgId, noun: 'complaint', id: state.id, version })
  if (notices.length > 0) ports.changed({ orgId, noun: 'notice', id: state.id, version })
  tellClocks(ports, commitments.states, context.now)
  return { state, version, commitments: commitments.states, now: context.now }
}
