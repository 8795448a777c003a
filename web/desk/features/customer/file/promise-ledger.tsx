import type { CommitmentView, CustomerView } from '@yinuo/contract'
import { Link } from '@tanstack/react-router'
import { ActionButton, formatDue, StatusClock, useZone } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'
import { openPromises, promiseCells } from './promise-cells.ts'

const KINDS = ['kept', 'rescheduled', 'broken'] as const

/** 承诺账: one cell per promise to this customer in order, the denominator, and what is still to be kept (PRM-01). */
export function PromiseLedger(props: {
  readonly promises: readonly CommitmentView[]
  readonly ledger: CustomerView['ledger']
  readonly now: number
}): ReactElement {
  const { promises, now } = props
  const t = useTexts()
  const zone = useZone()
  const [listed, setListed] = useState(false)
  const cells = promiseCells(promises, now)
  const open = openPromises(promises, now)
  const count = (kind: (typeof KINDS)[number]): number =>
    cells.filter(({ cell }) => cell === kind).length
  const due = cells.length
  return (
    <section aria-labelledby="customer-ledger">
      <h2 id="customer-ledger">{t('ledger.title')}</h2>
      {due === 0 && open.length === 0 ? <p className="customer-meta">{t('ledger.none')}</p> : null}
      {due === 0 ? null : (
        <>
          <div
            className="customer-cells"
            role="img"
            aria-label={t('ledger.spoken', {
              kept: count('kept'),
              rescheduled: count('rescheduled'),
              broken: count('broken'),
              due,
            })}
          >
            {cells.map(({ promise, cell }) => (
              <i key={promise.id} className={`customer-cell-${cell}`} />
            ))}
          </div>
          <p className="customer-legend">
            {KINDS.map((kind) => (
              <span key={kind}>
                <i className={`customer-cell-${kind}`} aria-hidden />
                {t(`ledger.${kind}`)} {count(kind)}
              </span>
            ))}
            <span className="customer-denominator">
              {due - count('broken')} / {due}
            </span>
          </p>
          <ActionButton look="link" onPress={() => setListed(!listed)}>
            {t(listed ? 'ledger.hide' : 'ledger.show')}
          </ActionButton>
        </>
      )}
      {listed ? (
        <ol className="customer-promises">
          {cells.toReversed().map(({ promise, cell }) => (
            <li key={promise.id}>
              <p>
                <i className={`customer-cell-${cell}`} aria-hidden /> {promise.content}
              </p>
              <p className="customer-meta">
                {formatDue(promise.dueAt, now, zone)} {t(`ledger.${cell}`)}{' '}
                <Subject promise={promise} />
              </p>
            </li>
          ))}
        </ol>
      ) : null}
      {open.length === 0 ? null : (
        <>
          <h3>{t('ledger.open', { count: open.length })}</h3>
          <ol className="customer-promises">
            {open.map((promise) => (
              <li key={promise.id}>
                <p>{promise.content}</p>
                <p className="customer-promise-clock">
                  <StatusClock times={promise} now={now} size="meta" />
                  <span className="customer-meta">
                    {formatDue(promise.dueAt, now, zone)} <Subject promise={promise} />
                  </span>
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Subject({ promise }: { readonly promise: CommitmentView }): ReactElement {
  return (
    <Link to="/complaints/$id" params={{ id: promise.subject.id }}>
      {promise.subject.number}
    </Link>
  )
}
