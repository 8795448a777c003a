import type { Block, Paper } from '../paper.ts'
import type { Source } from '../words.ts'
import { caseFacts } from './case-facts.ts'

/** A9: every round of asking whether the customer is satisfied, and a round to fill in by hand. */
export function followUpPaper(source: Source): Paper {
  const { view, words } = source
  const rounds = view.records['follow-up'] ?? []
  return {
    title: words.t('paper.follow-up'),
    blocks: [
      caseFacts(source),
      ...[...rounds.map((entry) => entry), null].map((entry, index) =>
        roundFacts(source, entry, index + 1),
      ),
      {
        kind: 'signatures',
        signatures: [{ label: words.t('handler'), name: view.owner.name, date: '' }],
      },
    ],
  }
}

type Round = NonNullable<Source['view']['records'][string]>[number]

function roundFacts({ words }: Source, entry: Round | null, round: number): Block {
  const { t, word, time } = words
  const text = (key: string): string => {
    const value = entry?.values[key]
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    return typeof value === 'string' ? value : ''
  }
  const means = text('means')
  const next = text('nextAt')
  return {
    kind: 'facts',
    title: '',
    rows: [
      { label: t('round'), value: String(round) },
      { label: t('when'), value: time(entry?.at ?? null) },
      { label: t('means'), value: means === '' ? '' : word(`means.${means as 'phone'}`) },
      { label: t('person'), value: text('person') },
      { label: t('satisfied'), value: text('satisfied') },
      { label: t('answer'), value: text('answer') },
      { label: t('dislikes'), value: text('dislikes') },
      { label: t('change'), value: text('changeNeeded') },
      { label: t('next'), value: next === '' ? '' : time(next) },
    ],
  }
}
