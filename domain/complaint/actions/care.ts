import { isBefore, normalInstant } from '../../kernel/instant.ts'
import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { postsWith } from '../../people/person.ts'
import { superiorIdOf } from '../../people/superior.ts'
import { action } from '../action.ts'
import type { CommandOf } from '../command.ts'
import { type Context, may, permission, today } from '../context.ts'
import type { ComplaintEvent } from '../event.ts'
import type { ComplaintState } from '../state.ts'
import { answerGates } from './follow-up.ts'
import { agreementVoided } from './plan-decision.ts'

/** FUP-08: the customer is kept in touch with after the end; each contact is a commitment with a day. */
export const planCare = action({
  type: 'plan-care',
  standing: (state, context) => [...onlyClosed(state), ...permission('handle', context)],
  given: (_state, { dueAt }, { now }) =>
    isBefore(now, dueAt) ? [] : [must('FUP-08', { code: 'promise-time-future', field: 'dueAt' })],
  events: (_state, { dueAt, note }) => [
    { type: 'care-planned', data: { dueAt: normalInstant(dueAt), note } },
  ],
})

/** FUP-08, SYS-17: what the customer says then; one who is not satisfied reopens his case. */
export const recordCare = action({
  type: 'record-care',
  standing: (state, context) => [...onlyClosed(state), ...permission('handle', context)],
  given: (_state, command) => answerGates(command),
  events: (state, command, context): readonly ComplaintEvent[] => [
    { type: 'care-made', data: answerOf(command) },
    ...(command.satisfied
      ? []
      : [
          { type: 'reopened' as const, data: { reason: command.dislikes } },
          ...agreementVoided(state, command.dislikes),
          { type: 'step-entered' as const, data: { step: negotiatedAgain(state, context) } },
        ]),
  ],
})

function answerOf({ means, person, answer, satisfied, dislikes }: CommandOf<'record-care'>) {
  return { means, person, answer, satisfied, dislikes }
}

/** A case that ended before anything was negotiated goes on where it stood. */
function negotiatedAgain(state: ComplaintState, { playbook }: Context): string {
  const keys = playbook.steps.map((step) => step.key)
  const reached = keys.indexOf(state.step) >= keys.indexOf('negotiation')
  return reached ? 'negotiation' : state.step
}

/** SYS-17: the superior of its owner reopens a closed case with a reason, where it ended. */
export const reopen = action({
  type: 'reopen',
  standing: (state, context) => [...onlyClosed(state), ...superiority(state, context)],
  given: (_state, { reason }) =>
    reason.trim() === '' ? [must('SYS-17', { code: 'reason', field: 'reason' })] : [],
  events: (state, { reason }) => [
    { type: 'reopened', data: { reason } },
    { type: 'step-entered', data: { step: state.step } },
  ],
})

function onlyClosed(state: ComplaintState): readonly UnmetGate[] {
  return state.closedAt === null ? [must('SYS-17', { code: 'closed' })] : []
}

/** Leaders are above every case; else it is who stands above its owner in the ladder. */
function superiority(state: ComplaintState, context: Context): readonly UnmetGate[] {
  if (may('approve', context) && state.owner !== context.actor.id) return []
  const above = superiorIdOf(state.owner, context.people, context.playbook, today(context))
  return above === context.actor.id
    ? []
    : [
        must('SYS-17', { code: 'superior' }, [
          ...(above === undefined ? [] : [{ user: above }]),
          ...postsWith('approve', context.playbook),
        ]),
      ]
}
