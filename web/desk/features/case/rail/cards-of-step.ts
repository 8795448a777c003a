import type { PlaybookView } from '@yinuo/contract'
import type { Mood } from '@yinuo/domain'

/** Keys of the cards for a step, in the playbook's order; those for the customer's present mood lead (GDE-14). */
export function cardsOfStep(
  cards: PlaybookView['cards'],
  step: string,
  mood: Mood | null,
): { readonly now: readonly string[]; readonly others: readonly string[] } {
  const keys = Object.keys(cards)
  const heated = keys.filter((key) => mood !== null && cards[key]?.moods.includes(mood))
  const wanted = keys.filter((key) => cards[key]?.steps.includes(step) && !heated.includes(key))
  const now = [...heated, ...wanted]
  return { now, others: keys.filter((key) => !now.includes(key)) }
}
