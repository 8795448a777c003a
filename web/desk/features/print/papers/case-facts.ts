import type { Block } from '../paper.ts'
import type { Source } from '../words.ts'

/** Which complaint a sheet belongs to. */
export function caseFacts({ view, words }: Source): Block {
  const { t, time } = words
  return {
    kind: 'facts',
    title: '',
    rows: [
      { label: t('number'), value: view.number },
      { label: t('customer'), value: String(view.forms['registration']?.values['company'] ?? '') },
      { label: t('received'), value: time(view.receivedAt) },
      { label: t('owner'), value: view.owner.name },
    ],
  }
}
