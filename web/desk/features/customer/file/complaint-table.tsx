import type { ComplaintRow } from '@yinuo/contract'
import { Link } from '@tanstack/react-router'
import { ClockCell, formatWhen, useZone } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'

/** The customer's complaints that one may see, newest first. */
export function ComplaintTable(props: {
  readonly rows: readonly ComplaintRow[]
  readonly now: number
}): ReactElement {
  const { rows, now } = props
  const t = useTexts()
  const zone = useZone()
  return (
    <section className="customer-complaints" aria-labelledby="customer-complaints">
      <h2 id="customer-complaints">
        {t('complaints.title')} <span className="customer-meta">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="customer-meta">{t('complaints.none')}</p>
      ) : (
        <table className="y-table customer-table">
          <thead>
            <tr>
              <th scope="col">{t('complaints.left')}</th>
              <th scope="col">{t('complaints.reason')}</th>
              <th scope="col">{t('complaints.status')}</th>
              <th scope="col">{t('complaints.owner')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.next === null ? (
                    <span className="customer-meta">
                      {row.closedAt === null
                        ? t('complaints.no-clock')
                        : t('complaints.closed', { when: formatWhen(row.closedAt, now, zone) })}
                    </span>
                  ) : (
                    <ClockCell
                      times={{ ...row.next, outcome: 'open' }}
                      now={now}
                      label={row.next.label}
                    />
                  )}
                </td>
                <td>
                  <Link className="customer-name" to="/complaints/$id" params={{ id: row.id }}>
                    {row.number}
                  </Link>{' '}
                  <span className="customer-meta">
                    {t('complaints.received', { when: formatWhen(row.receivedAt, now, zone) })}
                  </span>
                  <p className="customer-reason">{row.reason}</p>
                </td>
                <td className="y-unbroken">{row.statusLabel}</td>
                <td className="y-unbroken">{row.owner.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
