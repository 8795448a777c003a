import {
  cardTicks,
  complaintFacts,
  type ComplaintState,
  type Context,
  latestMood,
  marksOf,
  questionTally,
} from '@yinuo/domain'
import type { ComplaintView } from '@yinuo/contract'

type Guidance = Pick<ComplaintView, 'marks' | 'mood' | 'cardTicks' | 'questions'>

/** What the method says about a case beside its gates: marks, ticks and what was asked. */
export function presentGuidance(state: ComplaintState, context: Context): Guidance {
  const { playbook } = context
  return {
    marks: [...marksOf(state, playbook, complaintFacts(state, context))],
    mood: latestMood(state),
    cardTicks: Object.fromEntries(
      Object.entries(cardTicks(state, context)).map(([key, ticks]) => [key, [...ticks]]),
    ),
    questions: Object.keys(playbook.forms).flatMap((form) => {
      const tally = questionTally(state, form, playbook)
      return tally === null
        ? []
        : [{ ...tally, unasked: [...tally.unasked], withheld: [...tally.withheld] }]
    }),
  }
}
