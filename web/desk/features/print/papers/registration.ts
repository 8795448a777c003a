import type { Paper } from '../paper.ts'
import { formRows } from '../shown-field.ts'
import type { Source } from '../words.ts'

/** A1: what the customer said, who took it and signed for it, who took it over. */
export function registrationPaper(source: Source): Paper {
  const { view, playbook, words } = source
  const { t, word, time } = words
  return {
    title: playbook.forms['registration']?.label ?? '',
    blocks: [
      {
        kind: 'facts',
        title: '',
        rows: [
          { label: t('number'), value: view.number },
          { label: t('received'), value: time(view.receivedAt) },
          { label: t('channel'), value: word(`channel.${view.channel}`) },
          { label: t('kind'), value: word(`kind.${view.kind}`) },
          ...formRows(source, 'registration'),
          { label: t('recorder'), value: view.recorder.name },
          { label: t('owner'), value: view.owner.name },
          { label: t('handed'), value: time(view.acknowledgedAt) },
        ],
      },
      {
        kind: 'signatures',
        signatures: [
          {
            label: t('registered'),
            name: view.signature?.by.name ?? '',
            date: time(view.signature?.at ?? null),
          },
        ],
      },
    ],
  }
}
