import { api, type CustomerEntry, type CustomerView } from '@yinuo/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import {
  ActionButton,
  call,
  Chip,
  ErrorState,
  formatDate,
  formatWhen,
  useZone,
} from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { entryWord, outcomeWord } from './timeline-words.ts'

/** 往来: complaints, agreements, promises, call-backs and purchases in one line of time, newest first (CUS-02). */
export function CustomerTimeline(props: {
  readonly view: CustomerView
  readonly now: number
}): ReactElement {
  const { view, now } = props
  const t = useTexts()
  const pages = useInfiniteQuery({
    queryKey: ['customer', view.id, 'timeline', view.complaints.map((row) => row.lastActivityAt)],
    queryFn: ({ pageParam, signal }) =>
      call(
        api.customer.timeline,
        { params: { id: view.id }, query: pageParam === '' ? {} : { before: pageParam } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <section className="customer-complaints" aria-labelledby="customer-timeline">
      <h2 id="customer-timeline">{t('timeline.title')}</h2>
      {pages.error === null ? null : (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data !== undefined && entries.length === 0 ? (
        <p className="customer-meta">{t('timeline.none')}</p>
      ) : null}
      <ol className="customer-timeline">
        {entries.map((entry, place) => (
          <Entry key={entries.length - place} entry={entry} now={now} />
        ))}
      </ol>
      {pages.hasNextPage ? (
        <ActionButton
          look="link"
          pending={pages.isFetchingNextPage}
          onPress={() => void pages.fetchNextPage()}
        >
          {t('timeline.more')}
        </ActionButton>
      ) : null}
    </section>
  )
}

function Entry(props: { readonly entry: CustomerEntry; readonly now: number }): ReactElement {
  const { entry, now } = props
  const t = useTexts()
  const zone = useZone()
  const outcome = outcomeWord(entry)
  return (
    <li>
      <span className="customer-meta y-unbroken">
        {entry.kind === 'purchase' ? formatDate(entry.at, zone) : formatWhen(entry.at, now, zone)}
      </span>
      <span>
        <Chip look={entry.outcome === 'broken' ? 'late' : 'plain'}>{t(entryWord(entry))}</Chip>{' '}
        {entry.text}
        {outcome === null ? null : <span className="customer-meta"> {t(outcome)}</span>}
      </span>
      {entry.complaint === null ? null : (
        <Link className="y-unbroken" to="/complaints/$id" params={{ id: entry.complaint.id }}>
          {entry.complaint.number}
        </Link>
      )}
    </li>
  )
}
