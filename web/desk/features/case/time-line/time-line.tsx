import { api } from '@yinuo/contract'
import {
  ActionButton,
  EmptyState,
  ErrorState,
  formatLongDay,
  useRead,
  useZone,
} from '@yinuo/web-shared'
import { type ReactElement, useMemo, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { foldedEntries } from './fold-entries.ts'
import { sentenceOfAll, TIME_LINE_KINDS, type TimeLineKind } from './sentences.ts'
import { TimeLineItem } from './time-line-item.tsx'
import { useTimeLineTexts } from './time-line-texts.ts'
import { useSentenceWords } from './use-sentence-words.ts'

const AT_ONCE = 60

/** Everything that happened to the case in one column, newest first, with what was refused shown muted. */
export function TimeLine(): ReactElement {
  const { view } = useCase()
  const t = useTimeLineTexts()
  const zone = useZone()
  const words = useSentenceWords()
  const [kind, setKind] = useState<TimeLineKind | 'all'>('all')
  const [shown, setShown] = useState(AT_ONCE)
  const read = useRead(api.complaint.timeline, { params: { id: view.id } }, [
    'complaint',
    view.id,
    'timeline',
  ])
  const entries = read.data?.entries
  const lines = useMemo(
    () =>
      foldedEntries(entries ?? []).map((folded) => ({
        entry: folded.entries[0],
        day: formatLongDay(folded.entries[0].at, zone),
        sentence: sentenceOfAll(folded, words),
      })),
    [entries, words, zone],
  )
  const wanted = kind === 'all' ? lines : lines.filter((line) => line.sentence.kind === kind)
  const visible = wanted.slice(0, shown)
  const count = (of: TimeLineKind): number =>
    lines.filter((line) => line.sentence.kind === of).length

  return (
    <section className="case-time-line" aria-label={t('title')}>
      <header>
        <h2>{t('title')}</h2>
        <select
          aria-label={t('filter')}
          value={kind}
          onChange={(event) => {
            setKind(TIME_LINE_KINDS.find((one) => one === event.target.value) ?? 'all')
            setShown(AT_ONCE)
          }}
        >
          <option value="all">{t('filter.all', { count: lines.length })}</option>
          {TIME_LINE_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`filter.${one}`, { count: count(one) })}
            </option>
          ))}
        </select>
      </header>
      {entries === undefined && read.error !== null ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : null}
      {entries !== undefined && visible.length === 0 ? (
        <EmptyState sentence={t('none')}>
          <ActionButton size="small" onPress={() => setKind('all')}>
            {t('show-all')}
          </ActionButton>
        </EmptyState>
      ) : null}
      <ol>
        {visible.map((line, index) => (
          <TimeLineItem
            key={`${line.entry.at}${line.entry.type}${index}`}
            entry={line.entry}
            sentence={line.sentence}
            {...(line.day === visible[index - 1]?.day ? {} : { day: line.day })}
          />
        ))}
      </ol>
      {wanted.length > shown ? (
        <ActionButton size="small" onPress={() => setShown((held) => held + 200)}>
          {t('earlier', { count: wanted.length - shown })}
        </ActionButton>
      ) : null}
    </section>
  )
}
