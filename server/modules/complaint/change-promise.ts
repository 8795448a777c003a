import { randomUUIDv7 } from 'node:crypto'
import {
  type ClockEffect,
  type CommitmentEvent,
  type Context,
  explainMiss,
  isRefusal,
  keepPromise,
  makePromise,
  type PromiseCommand,
  type Refusal,
  titleOf,
} from '@yinuo/domain'
import type { CommitmentView } from '@yinuo/contract'
import { notFound } from '../../platform/http/problem.ts'
import { mayExplain, presentCommitment } from '../commitment/index.ts'
import type { CasePorts } from './case-ports.ts'
import type { LoadedCase } from './complaint-store.ts'
import { readCaseOfCommitment } from './promise-store.ts'
import { changeCase, type CommandCall, type Wanted } from './run-case-command.ts'

/** PRM-01: a promise hangs on its case and changes with it, so list and time line never miss it. */
export async function recordPromise(
  ports: CasePorts,
  call: CommandCall,
  complaintId: string,
  promise: Omit<PromiseCommand, 'id'>,
): Promise<CommitmentView> {
  const id = randomUUIDv7()
  const done = await changeCase(ports, call, complaintId, 'make-promise', (state, context) => {
    const made = makePromise({ ...promise, id }, state, titleOf(state), context)
    if (isRefusal(made)) return made
    return { events: made.events, extra: [{ id, before: null, events: made.commitment }] }
  })
  // A repeat of the same request finds the promise made the first time.
  const made =
    done.commitments.find((one) => one.id === id) ??
    done.commitments.findLast((one) => one.kind === 'promise' && one.content === promise.content)
  if (made === undefined) throw notFound()
  return presentCommitment(made, call.principal, done.state.owner)
}

export async function fulfilPromise(
  ports: CasePorts,
  call: CommandCall,
  commitmentId: string,
  note: string,
): Promise<CommitmentView> {
  return changeCommitment(ports, call, commitmentId, 'keep-promise', (found, context, loaded) =>
    keepPromise(found, loaded.state.owner, note, context),
  )
}

export async function explainCommitment(
  ports: CasePorts,
  call: CommandCall,
  commitmentId: string,
  text: string,
): Promise<CommitmentView> {
  return changeCommitment(ports, call, commitmentId, 'explain', (found, _context, loaded) =>
    explainMiss(found, mayExplain(found, call.principal, loaded.state.owner), text),
  )
}

async function changeCommitment(
  ports: CasePorts,
  call: CommandCall,
  commitmentId: string,
  name: string,
  work: (
    found: LoadedCase['commitments'][number]['state'],
    context: Context,
    loaded: LoadedCase,
  ) => Refusal | readonly CommitmentEvent[],
): Promise<CommitmentView> {
  const complaintId = await readCaseOfCommitment(ports.pool, call.principal.orgId, commitmentId)
  if (complaintId === null) throw notFound()
  const done = await changeCase(ports, call, complaintId, name, (_state, context, loaded) => {
    const found = loaded.commitments.find((one) => one.state.id === commitmentId)?.state
    if (found === undefined) throw notFound()
    return wanted(work(found, context, loaded), commitmentId, found)
  })
  const changed = done.commitments.find((one) => one.id === commitmentId)
  if (changed === undefined) throw notFound()
  return presentCommitment(changed, call.principal, done.state.owner)
}

function wanted(
  events: Refusal | readonly CommitmentEvent[],
  id: string,
  before: ClockEffect['before'],
): Refusal | Wanted {
  return isRefusal(events) ? events : { events: [], extra: [{ id, before, events }] }
}
