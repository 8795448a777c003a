import type { CustomerView } from '@yinuo/contract'
import { ActionButton } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'

const FIRST = 5

/** What was bought when, newest first (CMP-10). */
export function InvoiceList(props: { readonly invoices: CustomerView['invoices'] }): ReactElement {
  const { invoices } = props
  const t = useTexts()
  const [all, setAll] = useState(false)
  return (
    <section aria-labelledby="customer-invoices">
      <h2 id="customer-invoices">
        {t('invoices.title')} <span className="customer-meta">{invoices.length}</span>
      </h2>
      {invoices.length === 0 ? <p className="customer-meta">{t('invoices.none')}</p> : null}
      <ul className="customer-invoices">
        {(all ? invoices : invoices.slice(0, FIRST)).map((invoice) => (
          <li key={invoice.number}>
            <p>
              <b className="y-unbroken">{invoice.number}</b>{' '}
              <span className="customer-meta">{invoice.purchasedOn}</span>
            </p>
            <ul>
              {invoice.lines.map((line, place) => (
                <li key={place}>
                  <span>{t('invoices.line', { product: line.product, spec: line.spec })}</span>
                  <span className="y-unbroken">
                    {t('invoices.quantity', { quantity: line.quantity, unit: line.unit })}
                  </span>
                  {line.batch === '' ? null : (
                    <span className="customer-meta">
                      {t('invoices.batch', { batch: line.batch })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {all || invoices.length <= FIRST ? null : (
        <ActionButton look="link" onPress={() => setAll(true)}>
          {t('invoices.more', { count: invoices.length })}
        </ActionButton>
      )}
    </section>
  )
}
