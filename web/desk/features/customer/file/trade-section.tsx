import type { CustomerView } from '@yinuo/contract'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'

/** Long-term trade, since when, business expected, and what the invoices say of it (CUS-03). */
export function TradeSection({ view }: { readonly view: CustomerView }): ReactElement {
  const t = useTexts()
  const facts = [
    [t('field.trade'), t(view.trade === '' ? 'trade.unknown' : `trade.${view.trade}`)],
    [t('field.since'), view.since],
    [t('trade.first'), view.firstPurchase ?? ''],
    [t('field.prospects'), view.prospects],
  ] as const
  return (
    <section className="customer-item" aria-labelledby="customer-trade">
      <h2 id="customer-trade">{t('trade.title')}</h2>
      <dl className="y-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className="customer-fact">
              <dt>{label}</dt>
              <dd className="y-words">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
