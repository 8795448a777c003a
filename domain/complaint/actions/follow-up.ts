import { isBefore } from '../../kernel/instant.ts'
import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { action } from '../action.ts'
import type { FollowUp } from '../event.ts'
import { handling, inStep } from '../context.ts'
import { backToNegotiation } from './plan-decision.ts'

/**
 * FUP-01, FUP-02, FUP-03: until satisfied. The answer is kept in words; what the customer dislikes and whether the plan has
 * to change are asked every time. An answer that is not satisfied names the next time, or reopens negotiation.
 */
export const recordFollowUp = action({
  type: 'record-follow-up',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['follow-up'], context),
  ],
  given: (_state, command, context) => {
    const { satisfied, changeNeeded, nextAt } = command
    const answered = answerGates(command)
    // Taken together they would leave a satisfied answer on a plan that is gone, and the next round could be closed on it.
    if (satisfied && changeNeeded)
      return [...answered, must('FUP-01', { code: 'actual-value', field: 'changeNeeded' })]
    if (satisfied || changeNeeded) return answered
    const planned = nextAt !== null && isBefore(context.now, nextAt)
    return planned
      ? answered
      : [...answered, must('FUP-01', { code: 'next-follow-up-time', field: 'nextAt' })]
  },
  events: (state, command) => [
    { type: 'followed-up', data: answerOf(command) },
    ...(command.changeNeeded ? backToNegotiation(state, command.dislikes) : []),
  ],
})

function answerOf(command: FollowUp): FollowUp {
  const { means, person, answer, satisfied, dislikes, changeNeeded, received, nextAt } = command
  return { means, person, answer, satisfied, dislikes, changeNeeded, received, nextAt }
}

/** What the customer said, and what he dislikes where he is not satisfied. */
export function answerGates(given: {
  readonly answer: string
  readonly satisfied: boolean
  readonly dislikes: string
}): readonly UnmetGate[] {
  return [
    ...(given.answer.trim() === ''
      ? [must('FUP-02', { code: 'follow-up-answer', field: 'answer' })]
      : []),
    ...(given.satisfied || given.dislikes.trim() !== ''
      ? []
      : [must('FUP-03', { code: 'follow-up-dislikes', field: 'dislikes' })]),
  ]
}
