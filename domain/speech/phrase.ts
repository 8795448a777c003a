import type { Phrase } from '../playbook/playbook.ts'
import { simplified } from '../text/simplified.ts'

/**
 * What is left of a text when writing does not matter: simplified characters, half width, no spaces, no punctuation, one
 * word for 您 and 妳 (SPK-02).
 */
export function plainSpeech(text: string): string {
  return simplified(text.normalize('NFKC').toLowerCase())
    .replaceAll(/[\p{P}\p{S}\p{Z}\p{C}]/gu, '')
    .replaceAll(/[您妳]/gu, '你')
}

/**
 * The phrases that count on a day: of those with one id the latest that has begun, and none that is switched off. What an
 * organisation adds or changes stands behind what the file brings (SPK-27).
 */
export function phrasesInForce(phrases: readonly Phrase[], today: string): readonly Phrase[] {
  const begun = phrases.filter(({ validFrom = '' }) => validFrom <= today)
  const inForce = new Map<string, Phrase>()
  // Stable: of two that begin on one day the one written later counts.
  for (const phrase of begun.toSorted((a, b) => compare(a.validFrom ?? '', b.validFrom ?? '')))
    inForce.set(phrase.id, phrase)
  return [...inForce.values()].filter(({ level }) => level !== 'off')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export type PhraseHit = { readonly phrase: Phrase; readonly said: string }

/** The phrases one should not say that stand in a text, each with the variant that was met. */
export function phraseHits(text: string, phrases: readonly Phrase[]): readonly PhraseHit[] {
  const plain = plainSpeech(text)
  return phrases
    .filter(({ level }) => level === 'block' || level === 'warn')
    .flatMap((phrase) => {
      const said = phrase.says.find((one) => plain.includes(plainSpeech(one)))
      return said === undefined ? [] : [{ phrase, said }]
    })
}
