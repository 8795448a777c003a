import { api, type OutputOf } from '@yinuo/contract'
import { ExportButton, formatFen, PageHeader } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { filtersOf, type ListSearch } from './list-search.ts'
import { useTexts } from './texts.ts'

/** How much there is, how much of it is late, and what the standstills cost a day. */
export function ListHead(props: {
  readonly counts: OutputOf<typeof api.complaint.counts> | undefined
  readonly search: ListSearch
}): ReactElement {
  const { counts, search } = props
  const t = useTexts()
  return (
    <PageHeader
      title={t('title')}
      meta={
        counts === undefined ? null : (
          <>
            <span>{t('head.open', { count: counts.views.open })}</span>
            {counts.views.late === 0 ? null : (
              <b className="complaint-late">{t('head.late', { count: counts.views.late })}</b>
            )}
            {counts.views.soon === 0 ? null : (
              <b className="complaint-ink">{t('head.soon', { count: counts.views.soon })}</b>
            )}
            {counts.dailyLossCases === 0 ? null : (
              <span>
                {t('head.loss', { count: counts.dailyLossCases })}{' '}
                <b className="complaint-ink">
                  {t('head.yuan', { amount: formatFen(counts.dailyLossFen) })}
                </b>
              </span>
            )}
          </>
        )
      }
    >
      <ExportButton
        route={api.figures.exportComplaints}
        input={{ body: { view: search.view, order: search.order, ...filtersOf(search) } }}
      >
        {t('head.export')}
      </ExportButton>
    </PageHeader>
  )
}
