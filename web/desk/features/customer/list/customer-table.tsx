import { Link } from '@tanstack/react-router'
import { ActionButton, messageOf, useShortcut, useVocabulary } from '@yinuo/web-shared'
import { type ReactElement, useRef } from 'react'
import { useTexts } from '../texts.ts'
import type { CustomerRows, ListedCustomer } from './use-customer-rows.ts'

/** Numbers and addresses masked; of a number found by its digits only those that were typed (SYS-09). */
export function CustomerTable(props: {
  readonly list: CustomerRows
  readonly rows: readonly ListedCustomer[]
  readonly q: string
}): ReactElement {
  const { list, rows, q } = props
  const t = useTexts()
  const table = useRef<HTMLTableElement>(null)
  const move = (step: 1 | -1): void => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('.customer-name') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))]?.focus()
  }
  useShortcut('Alt+J', () => move(1), { label: t('keys.next') })
  useShortcut('Alt+K', () => move(-1), { label: t('keys.previous') })
  return (
    <>
      <table ref={table} className="y-table customer-table" aria-label={t('list.label')}>
        <thead>
          <tr>
            <th scope="col">{t('column.name')}</th>
            <th scope="col">{t('column.phone')}</th>
            <th scope="col">{t('column.address')}</th>
            <th scope="col">{t('column.complaints')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CustomerLine key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <p className="customer-foot">
        {list.error !== null && list.error !== undefined ? (
          <span role="alert">
            {t('foot.failed')}
            {messageOf(list.error)}{' '}
            <ActionButton look="link" onPress={list.retry}>
              {t('foot.retry')}
            </ActionButton>
          </span>
        ) : list.more ? (
          <>
            {t('foot.shown', { count: rows.length })}{' '}
            <ActionButton look="link" onPress={list.loadMore} pending={list.loadingMore}>
              {t('foot.more')}
            </ActionButton>
          </>
        ) : (
          t(q === '' ? 'foot.all' : 'foot.found', { count: rows.length })
        )}
      </p>
    </>
  )
}

function CustomerLine({ row }: { readonly row: ListedCustomer }): ReactElement {
  const t = useTexts()
  const v = useVocabulary()
  return (
    <tr>
      <td>
        <Link className="customer-name" to="/customers/$id" params={{ id: row.id }}>
          {row.name}
        </Link>{' '}
        <span className="customer-meta">
          {v(`party.${row.party}`)}
          {row.salutation === '' ? '' : `，${row.salutation}`}
        </span>
      </td>
      <td className="y-unbroken">
        {row.phone === '' ? <span className="customer-meta">{t('row.none')}</span> : row.phone}
      </td>
      <td>{row.address}</td>
      <td>
        {row.complaints === 0 ? (
          <span className="customer-meta">{t('row.no-complaints')}</span>
        ) : (
          <>
            {row.openComplaints === 0 ? null : (
              <b>{t('row.open', { count: row.openComplaints })}</b>
            )}{' '}
            <span className="customer-meta">{t('row.complaints', { count: row.complaints })}</span>
          </>
        )}
      </td>
    </tr>
  )
}
