import type { PhraseView } from '@yinuo/contract'

/** A phrase while it is written; the words one on a line. */
export type PhraseDraft = {
  readonly id: string | null
  readonly expectedVersion: number
  readonly code: string | null
  readonly level: PhraseView['level']
  readonly says: string
  readonly instead: string
  readonly source: string
  readonly validFrom: string
}

export function newPhrase(today: string): PhraseDraft {
  return {
    id: null,
    expectedVersion: 0,
    code: null,
    level: 'warn',
    says: '',
    instead: '',
    source: '',
    validFrom: today,
  }
}

/** What is written about a phrase as it stands; one of the file is replaced from today on and stays in the list. */
export function draftOf(phrase: PhraseView, today: string): PhraseDraft {
  return {
    id: phrase.id,
    expectedVersion: phrase.version,
    code: phrase.code,
    level: phrase.level,
    says: phrase.says.join('\n'),
    instead: phrase.instead,
    source: phrase.source,
    validFrom: phrase.validFrom ?? today,
  }
}

export function linesOf(says: string): readonly string[] {
  return says
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
