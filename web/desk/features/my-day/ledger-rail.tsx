import { ActionButton, formatDue, useZone } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { type LedgerEntry, readLedger } from './promise-ledger.ts'
import { useTexts } from './texts.ts'

/** 承诺账: one cell per promise in order, the percentage with its denominator, and the promises behind the cells. */
export function LedgerRail(props: {
  readonly entries: readonly LedgerEntry[]
  readonly now: number
}): ReactElement {
  const { entries, now } = props
  const t = useTexts()
  const zone = useZone()
  const [listed, setListed] = useState(false)
  const { cells, counts, percent, notYetDue } = readLedger(entries, now)
  const due = cells.length
  return (
    <section aria-labelledby="my-day-ledger">
      <div className="my-day-rail-head">
        <h2 id="my-day-ledger">{t('ledger.title')}</h2>
        {due === 0 ? null : <span>{t('ledger.span', { count: due })}</span>}
        {percent === null ? null : <b className="my-day-percent">{percent.toFixed(1)}%</b>}
      </div>
      {due === 0 ? (
        <p className="my-day-rail-note">{t('ledger.none')}</p>
      ) : (
        <>
          <div
            className="my-day-cells"
            role="img"
            aria-label={t('ledger.spoken', { ...counts, due })}
          >
            {cells.map(({ entry, cell }) => (
              <i key={entry.id} className={`my-day-cell-${cell}`} />
            ))}
          </div>
          <p className="my-day-legend">
            {(['kept', 'rescheduled', 'broken'] as const).map((cell) => (
              <span key={cell}>
                <i className={`my-day-cell-${cell}`} aria-hidden />
                {t(`ledger.${cell}`)} {counts[cell]}
              </span>
            ))}
            <span className="my-day-denominator">
              {due - counts.broken} / {due}
            </span>
          </p>
          <ActionButton look="link" onPress={() => setListed(!listed)}>
            {t(listed ? 'ledger.hide' : 'ledger.show')}
          </ActionButton>
        </>
      )}
      {listed ? (
        <ol className="my-day-ledger-list">
          {cells.toReversed().map(({ entry, cell }) => (
            <li key={entry.id}>
              <i className={`my-day-cell-${cell}`} aria-hidden />
              <span>{entry.content}</span>
              <span>
                {formatDue(entry.dueAt, now, zone)} {t(`ledger.${cell}`)}
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {notYetDue === 0 ? null : (
        <p className="my-day-rail-note">{t('ledger.open', { count: notYetDue })}</p>
      )}
    </section>
  )
}
