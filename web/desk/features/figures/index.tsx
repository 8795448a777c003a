import { api } from '@yinuo/contract'
import { FIGURES_BY } from '@yinuo/domain'
import {
  EmptyState,
  ErrorState,
  ExportButton,
  formatDate,
  PageHeader,
  Segmented,
  SkeletonRows,
  useBusinessNow,
  useMay,
  useRead,
  useZone,
} from '@yinuo/web-shared'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { AnswerFigures } from './answer-figures.tsx'
import './index.css'
import { RemedyTable } from './remedy-table.tsx'
import { readSpan } from './span.ts'
import { useTexts } from './texts.ts'

/** 统计: what remedies cost and earned (KPI-12), who was answered the same day (KPI-13); days and grouping stand in the address. */
export function FiguresPage(): ReactElement {
  const t = useTexts()
  const may = useMay('approve')
  const navigate = useNavigate()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const span = readSpan(search, formatDate(useBusinessNow(), useZone()))
  const by = FIGURES_BY.find((one) => one === search['by']) ?? 'type'
  const isOrdered = span.from <= span.until
  const query = { ...span, by }
  const read = useRead(
    api.figures.read,
    { query },
    ['figures', 'read', span.from, span.until, by],
    {
      enabled: may && isOrdered,
      keepPrevious: true,
      follows: ['complaint'],
    },
  )
  const change = (next: Partial<typeof query>): void =>
    void navigate({ to: '/figures', search: { ...query, ...next }, replace: true })
  if (!may)
    return (
      <>
        <PageHeader title={t('title')} />
        <div className="y-page">
          <EmptyState sentence={t('denied')} />
        </div>
      </>
    )
  return (
    <>
      <PageHeader title={t('title')}>
        <ExportButton route={api.figures.export} input={{ body: query }}>
          {t('export')}
        </ExportButton>
      </PageHeader>
      <div className="y-page figures-page">
        <div className="figures-bar">
          {(['from', 'until'] as const).map((key) => (
            <label key={key}>
              {t(key)}
              <input
                className="y-input"
                type="date"
                value={span[key]}
                onChange={(event) => change({ [key]: event.target.value })}
              />
            </label>
          ))}
        </div>
        {isOrdered ? null : <p role="alert">{t('wrong-span')}</p>}
        {read.error === null ? null : (
          <ErrorState error={read.error} onRetry={() => void read.refetch()} />
        )}
        {read.data === undefined ? (
          read.error === null && isOrdered ? (
            <SkeletonRows rows={8} height={40} />
          ) : null
        ) : (
          <>
            <AnswerFigures view={read.data} />
            <section aria-labelledby="figures-remedies">
              <h2 id="figures-remedies">{t('remedies.title')}</h2>
              <p className="figures-meta">{t('remedies.sentence')}</p>
              <Segmented
                label={t('by.label')}
                value={by}
                options={FIGURES_BY.map((one) => ({ value: one, label: t(`by.${one}`) }))}
                onChange={(next) => change({ by: next })}
              />
              <RemedyTable view={read.data} />
            </section>
          </>
        )}
      </div>
    </>
  )
}
