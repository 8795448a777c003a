import {
  cardTicks,
  complaintFacts,
  type ComplaintState,
  type Context,
  latestMood,
  marksOf,
  questionTally,
  suggestionsFor,
} from '@yinuo/domain'
import type { ComplaintView } from '@yinuo/contract'

type Guidance = Pick<ComplaintView, 'marks' | 'mood' | 'cardTicks' | 'suggestions' | 'questions'>

/** What the method says about a case beside its gates: marks, ticks, offers and what was asked. */
export function presentGuidance(state: ComplaintState, context: Context): Guidance {
  const { playbook } = context
  return {
    marks: [...marksOf(state, playbook, complaintFacts(state, context))],
    mood: latestMood(state),
    cardTicks: Object.fromEntries(
      Object.entries(cardTicks(state, context)).map(([key, ticks]) => [key, [...ticks]]),
    ),
    suggestions: suggestionsFor(state, context).map((one) => ({
      ...one,
      value: one.value as Guidance['suggestions'][number]['value'],
    })),
    questions: Object.keys(playbook.forms).flatMap((form) => {
      const tally = questionTally(state, form, playbook)
      return tally === null
        ? []
        : [{ ...tally, unasked: [...tally.unasked], withheld: [...tally.withheld] }]
    }),
  }
}
