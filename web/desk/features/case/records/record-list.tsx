import type { ComplaintView } from '@yinuo/contract'
import { useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { recordFields } from '../form/field-shape.ts'
import { useTexts } from '../texts.ts'
import { useShown } from '../use-shown.ts'
import { DecideRecord } from './decide-record.tsx'

type Entry = ComplaintView['records'][string][number]

/** What was written down while the case was handled, by kind; the talks have their own list. */
export function RecordList(): ReactElement | null {
  const { view, playbook } = useCase()
  const t = useTexts()
  const kinds = Object.keys(playbook.records).filter(
    (kind) => kind !== 'contact' && (view.records[kind]?.length ?? 0) > 0,
  )
  if (kinds.length === 0) return null
  return (
    <section className="case-contacts" aria-label={t('record.title')}>
      <h2>{t('record.title')}</h2>
      {kinds.map((kind) => (
        <KindOfRecord key={kind} kind={kind} entries={view.records[kind] ?? []} />
      ))}
    </section>
  )
}

function KindOfRecord(props: {
  readonly kind: string
  readonly entries: readonly Entry[]
}): ReactElement {
  const { kind, entries } = props
  const { view, playbook } = useCase()
  const t = useTexts()
  const when = useWhen()
  const shown = useShown()
  const { label, deciders } = playbook.records[kind] ?? { label: kind, deciders: [] }
  const fields = recordFields(playbook, kind)
  // While the case is handled one looks here; afterwards the kinds and their numbers are enough.
  return (
    <details className="case-more" open={view.closedAt === null}>
      <summary>{t('record.kind', { record: label, count: entries.length })}</summary>
      <ul>
        {entries.map((entry, index) => (
          <li key={`${entry.at}${index}`}>
            <span className="case-meta">
              {kind === 'negotiation-round' ? `${t('record.round', { round: index + 1 })} ` : ''}
              {when(entry.at)} {entry.by.name}
            </span>
            {fields
              .filter((field) => (entry.values[field.key] ?? '') !== '')
              .map((field) => (
                <span key={field.key} className="y-words">
                  {field.label}：
                  {shown(field, { value: entry.values[field.key] ?? null, reason: null })}
                </span>
              ))}
            {deciders.length === 0 ? null : <Answer kind={kind} entry={entry} index={index} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Answer(props: {
  readonly kind: string
  readonly entry: Entry
  readonly index: number
}): ReactElement {
  const { kind, entry, index } = props
  const t = useTexts()
  const v = useVocabulary()
  if (entry.decision === null) return <DecideRecord kind={kind} entry={index} />
  const { by, decision, remarks } = entry.decision
  return (
    <span className="case-meta">
      {t('record.answered', { name: by.name, decision: v(`decision.${decision}`) })}
      {remarks === '' ? '' : `：${remarks}`}
    </span>
  )
}
