import { must } from '../../kernel/refusal.ts'
import { hasDuty, postsWith } from '../../people/person.ts'
import { action } from '../action.ts'
import { actingPost, may, notClosed, permission, today, type Context } from '../context.ts'
import type { ComplaintState } from '../state.ts'

/** CMP-03: the recorder signs under his own login; nobody signs for him, and never twice. */
export const sign = action({
  type: 'sign',
  standing: (state, context) => [
    ...notClosed(state),
    ...permission('sign-own', context),
    ...(state.signature === null ? [] : [must('CMP-03', { code: 'not-signed-yet' })]),
    ...(state.recorder === context.actor.id
      ? []
      : [must('CMP-03', { code: 'signature-by-recorder' }, [{ user: state.recorder }])]),
  ],
  events: (_state, _command, context) => [
    {
      type: 'signed',
      data: { what: 'registration', by: context.actor.id, post: actingPost('sign-own', context) },
    },
  ],
})

/** CMP-04, CMP-08: delivered signed, to a named person who may handle it; until he accepts it stays with its owner. */
export const handOver = action({
  type: 'hand-over',
  standing: (state, context) => [
    ...notClosed(state),
    ...permission('hand-over', context),
    ...(state.owner === context.actor.id || may('approve', context)
      ? []
      : [must('CMP-08', { code: 'owner' }, [{ user: state.owner }])]),
    ...(state.signature === null
      ? [must('CMP-04', { code: 'signature-by-recorder' }, [{ user: state.recorder }])]
      : []),
  ],
  triggers: () => [{ verb: 'send', object: 'handover' }],
  given: (state, command, context) => {
    if (command.to === null) return [must('CMP-08', { code: 'accepting-person' })]
    // Once more to the same person would only give his clock a new beginning (CLK-21).
    if (command.to === state.pendingHandover?.to)
      return [must('CMP-04', { code: 'acknowledgement' }, [{ user: command.to }])]
    return canReceive(command.to, state, context)
      ? []
      : [must('CMP-04', { code: 'accepting-person' }, postsWith('handle', context.playbook))]
  },
  events: (state, command) =>
    command.to === null
      ? []
      : [{ type: 'handed-over', data: { to: command.to, from: state.owner } }],
})

/**
 * Somebody active whose post handles complaints of this playbook. Not the owner, except that a handler who took the
 * complaint himself takes it over himself: where he is the only one, it could never begin.
 */
function canReceive(id: string, state: ComplaintState | null, context: Context): boolean {
  const person = context.people.get(id)
  return (
    person !== undefined &&
    (person.id !== state?.owner || state.acknowledgedAt === null) &&
    hasDuty(person, 'handle', context.people, context.playbook, today(context))
  )
}

/** CMP-04: the addressee, or who stands in for him, acknowledges; with it the case becomes his. */
export const acknowledge = action({
  type: 'acknowledge',
  standing: (state, context) => {
    if (state.pendingHandover === null)
      return [...notClosed(state), must('CMP-04', { code: 'open-handover' })]
    const addressee = state.pendingHandover.to
    return [
      ...permission('handle', context),
      ...(addressee === context.actor.id || standsInFor(addressee, context)
        ? []
        : [must('CMP-04', { code: 'other-person' }, [{ user: addressee }])]),
    ]
  },
  // The first acknowledgement leads from registration into the method (PBK-03).
  triggers: (state, _target, { playbook }) =>
    state.acknowledgedAt === null
      ? [
          { verb: 'leave', object: state.step },
          { verb: 'enter', object: playbook.steps[1]?.key ?? state.step },
        ]
      : [],
  events: (state, _command, context) => [
    { type: 'acknowledged', data: { by: context.actor.id } },
    ...(state.acknowledgedAt === null
      ? [
          {
            type: 'step-entered' as const,
            data: { step: context.playbook.steps[1]?.key ?? state.step },
          },
        ]
      : []),
  ],
})

function standsInFor(absent: string, context: Context): boolean {
  const day = today(context)
  return context.actor.standsInFor.some(
    (range) => range.absent === absent && range.from <= day && day <= range.until,
  )
}
