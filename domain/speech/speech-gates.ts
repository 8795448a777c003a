import type { UnmetGate } from '../kernel/refusal.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { phraseHits, type PhraseHit, phrasesInForce } from './phrase.ts'

/** Words meant for the customer: 大忌 refuses, the others are passed with a reason; both name the better wording (SPK-01). */
export function speechGates(
  texts: readonly string[],
  { phrases }: Pick<Playbook, 'phrases'>,
  today: string,
): readonly UnmetGate[] {
  if (texts.length === 0) return []
  const counting = phrasesInForce(phrases, today)
  return texts.flatMap((text) => phraseHits(text, counting)).map(gateOf)
}

function gateOf({ phrase, said }: PhraseHit): UnmetGate {
  const better = phrase.instead === '' ? '' : `。可以说：${phrase.instead}`
  return {
    rule: phrase.rule,
    strength: phrase.level === 'block' ? 'must' : 'should',
    missing: [{ code: 'phrase', detail: `“${said}”${better}` }],
    who: [],
  }
}
