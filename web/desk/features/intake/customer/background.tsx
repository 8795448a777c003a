import type { CustomerView } from '@yinuo/contract'
import type { ReactElement, ReactNode } from 'react'
import { useTexts } from '../texts.ts'

/** What one should know before the next sentence: salutation, past complaints, promises kept and broken, last purchase. */
export function Background({ customer }: { readonly customer: CustomerView }): ReactElement {
  const t = useTexts()
  const { complaints, ledger } = customer
  const closed = complaints.filter((one) => one.closedAt !== null).length
  const open = complaints.length - closed
  const invoice = customer.invoices.toSorted((a, b) =>
    b.purchasedOn.localeCompare(a.purchasedOn),
  )[0]
  const bought = invoice?.lines.map((line) =>
    t('background.purchase.line', {
      date: invoice.purchasedOn,
      product: line.product,
      spec: line.spec,
      quantity: line.quantity,
      unit: line.unit,
    }),
  )
  const due = ledger.kept + ledger.rescheduled + ledger.broken + ledger.open
  const ledgerText =
    t('background.ledger', ledger) +
    (ledger.open === 0 ? '' : t('background.ledger.open', { open: ledger.open }))
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('background.salutation'), customer.salutation],
    [
      t('background.past'),
      closed === 0 && open === 0
        ? t('background.past.none')
        : t('background.past.count', { count: complaints.length, closed }),
    ],
    [t('background.open'), t('background.open.count', { count: open })],
    [t('background.promises'), due === 0 ? '' : ledgerText],
    [t('background.purchase'), bought?.join('；') ?? ''],
    [t('background.responsible'), customer.responsible],
    [t('background.note'), customer.note],
  ]
  return (
    <section className="intake-background" aria-label={customer.name}>
      <h3>{customer.name}</h3>
      <dl className="y-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="y-words">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
