import type { PlaybookView } from '@yinuo/contract'
import type { Mood } from '@yinuo/domain'

/** Which cards help in which step; cards of other names come after them, so that no card of a playbook is lost. */
const BY_STEP: Readonly<Record<string, readonly string[]>> = {
  intake: ['listening', 'phrases'],
  'finding-out': ['six-steps', 'phrases', 'listening'],
  negotiation: ['seven-points', 'three-rules'],
  approval: ['three-rules', 'seven-points'],
  agreement: ['seven-points'],
  execution: ['seven-points'],
  'follow-up': ['six-steps'],
}

/** Keys of the cards for a step, the most useful first; when the customer is angry, how to answer calmly leads. */
export function cardsOfStep(
  cards: PlaybookView['cards'],
  step: string,
  mood: Mood | undefined,
): { readonly now: readonly string[]; readonly others: readonly string[] } {
  const heated = mood === 'angry' || mood === 'furious'
  const wanted = [...(heated ? ['calm-reply'] : []), ...(BY_STEP[step] ?? [])]
  const now = wanted.filter((key) => cards[key] !== undefined)
  return { now, others: Object.keys(cards).filter((key) => !now.includes(key)) }
}
