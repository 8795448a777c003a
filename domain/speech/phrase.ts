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

export type PhraseHit = { readonly phrase: Phrase; readonly said: string }

/** The phrases one should not say that stand in a text, each with the variant that was met. */
export function phraseHits(text: string, phrases: readonly Phrase[]): readonly PhraseHit[] {
  const plain = plainSpeech(text)
  return phrases
    .filter(({ level }) => level !== 'recommended')
    .flatMap((phrase) => {
      const said = phrase.says.find((one) => plain.includes(plainSpeech(one)))
      return said === undefined ? [] : [{ phrase, said }]
    })
}
