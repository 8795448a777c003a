import type { Block } from '../paper.ts'
import { shownField } from '../shown-field.ts'
import type { Source } from '../words.ts'

/** What was noted over time, one line each; nothing where nothing was noted. */
export function recordsTable(source: Source, kind: string): readonly Block[] {
  const { view, playbook, words } = source
  const shape = playbook.records[kind]
  const entries = view.records[kind] ?? []
  if (shape === undefined || entries.length === 0) return []
  const fields = shape.fields as PlaybookFields
  return [
    {
      kind: 'table',
      title: shape.label,
      heads: [words.t('when'), words.t('who'), ...fields.map(({ label }) => label)],
      rows: entries.map((entry) => [
        words.time(entry.at),
        entry.by.name,
        ...fields.map((field) => shownField(source, field, entry.values[field.key])),
      ]),
      figures: 0,
      total: '',
    },
  ]
}

type PlaybookFields = Source['playbook']['forms'][string]['fields']
