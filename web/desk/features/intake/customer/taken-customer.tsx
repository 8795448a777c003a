import type { CustomerView } from '@yinuo/contract'
import { ActionButton, Icon, useVocabulary } from '@yinuo/web-shared'
import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { setValue } from '../draft/content.ts'
import type { Draft } from '../draft/use-draft.ts'
import { useTexts } from '../texts.ts'
import { forgetCustomer, invoiceValues } from './take-customer.ts'

/** Who was taken, the way back, and which goods when the invoice has several (CMP-10). */
export function TakenCustomer(props: {
  readonly customer: CustomerView
  readonly draft: Draft
  readonly onChange: () => void
}): ReactElement {
  const { customer, draft, onChange } = props
  const t = useTexts()
  const v = useVocabulary()
  const change = (): void => {
    draft.change((content) => forgetCustomer(content, customer))
    onChange()
  }
  return (
    <section className="intake-taken" aria-label={t('who.title')}>
      <div className="intake-pane-head">
        <h2>{t('who.title')}</h2>
        <ActionButton look="link" onPress={change}>
          {t('who.change')}
        </ActionButton>
      </div>
      <div className="intake-taken-card">
        <p className="intake-hit-name">
          <b>{customer.name}</b> <span>{v(`party.${customer.party}`)}</span>
        </p>
        <p className="intake-hit-facts">
          <span>{customer.phone}</span>
          <span>{customer.address}</span>
        </p>
        <p className="intake-taken-mark">
          <Icon of={Check} size={14} /> {t('who.taken')}
        </p>
      </div>
      <WhichGoods customer={customer} draft={draft} />
    </section>
  )
}

function WhichGoods(props: {
  readonly customer: CustomerView
  readonly draft: Draft
}): ReactElement | null {
  const t = useTexts()
  const { values } = props.draft.content
  const invoice = props.customer.invoices.find((one) => one.number === values['invoice'])
  const lines = invoice?.lines ?? []
  if (invoice === undefined || lines.length < 2 || values['productName'] !== undefined) return null
  const choose = (index: number): void =>
    props.draft.change((content) =>
      Object.entries(invoiceValues(invoice, index)).reduce(
        (filled, [key, value]) => setValue(filled, key, value),
        content,
      ),
    )
  return (
    <div className="intake-goods">
      <p>{t('who.which', { count: lines.length })}</p>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>
            <button type="button" className="y-link" onClick={() => choose(index)}>
              {line.product} {line.spec}×{line.quantity}
              {line.unit}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
