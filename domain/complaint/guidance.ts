import { holds } from '../playbook/condition.ts'
import type { Context } from './context.ts'
import { complaintFacts } from './facts.ts'
import type { ComplaintState } from './state.ts'
import { MOODS, type Mood } from './vocabulary.ts'

/** Which points of each card the case has fulfilled; points that are advice alone are null (GDE-02). */
export function cardTicks(
  state: ComplaintState,
  context: Context,
): Readonly<Record<string, readonly (boolean | null)[]>> {
  const facts = complaintFacts(state, context)
  return Object.fromEntries(
    Object.entries(context.playbook.cards).map(([key, { points }]) => [
      key,
      points.map(({ done }) => (done === undefined ? null : holds(done, facts))),
    ]),
  )
}

/** The customer's mood as last noted: at intake, in a talk, or after he was calmed (GDE-14). */
export function latestMood(state: ComplaintState): Mood | null {
  const entries = Object.values(state.records).flat()
  const noted = entries.flatMap(({ order, values }) => {
    const mood = MOODS.find((one) => one === (values['moodAfter'] ?? values['mood']))
    return mood === undefined ? [] : [{ order, mood }]
  })
  const last = noted.toSorted((a, b) => a.order - b.order).at(-1)
  return last?.mood ?? state.moods.at(-1)?.mood ?? null
}
