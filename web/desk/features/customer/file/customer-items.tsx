import { api, type CustomerView } from '@yinuo/contract'
import { call, LockedAction, MaskedText, useMay, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement, ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { ItemSection } from './item-section.tsx'

/** 身份信息、产品现状、负责人、通讯录 (CUS-01). Numbers and address are shown whole only on demand, with a trace (SYS-09). */
export function CustomerItems(props: {
  readonly view: CustomerView
  readonly now: number
}): ReactElement {
  const { view, now } = props
  const t = useTexts()
  const v = useVocabulary()
  const { id } = view
  const mayConfirm = useMay('record')

  const masked = (
    text: string,
    field: 'phone' | 'address' | 'contact',
    contact = 0,
    whose = '',
  ): ReactElement => {
    const reveal = async (): Promise<string> =>
      (await call(api.customer.reveal, { params: { id }, body: { field, contact } })).value
    const what = t(field === 'address' ? 'field.address' : 'field.phone')
    return (
      <MaskedText
        masked={text}
        what={whose === '' ? what : t('reveal.of', { whose, what })}
        {...(view.mayReveal ? { onReveal: reveal } : {})}
      />
    )
  }
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('field.name'), view.name],
    [t('field.party'), v(`party.${view.party}`)],
    [t('field.salutation'), view.salutation],
    [t('field.phone'), view.phone === '' ? '' : masked(view.phone, 'phone')],
    [t('field.address'), view.address === '' ? '' : masked(view.address, 'address')],
    [t('field.note'), view.note],
  ]

  return (
    <div className="customer-items">
      <ItemSection view={view} item="identity" now={now}>
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
      </ItemSection>
      <ItemSection view={view} item="products" now={now}>
        <Words text={view.products} />
      </ItemSection>
      <ItemSection view={view} item="responsible" now={now}>
        <Words text={view.responsible} />
      </ItemSection>
      <ItemSection view={view} item="contacts" now={now}>
        {view.contacts.length === 0 ? (
          <Words text="" />
        ) : (
          <ul className="customer-contacts">
            {view.contacts.map((contact, place) => (
              <li key={`${contact.name} ${place}`}>
                <span>{contact.name}</span>
                <span className="customer-meta">{contact.role}</span>
                {contact.phone === ''
                  ? null
                  : masked(contact.phone, 'contact', place, contact.name)}
              </li>
            ))}
          </ul>
        )}
      </ItemSection>
      {mayConfirm ? null : (
        <div className="customer-locked">
          <LockedAction
            size="small"
            label={t('confirm.button')}
            reasons={[{ text: t('file.duty'), rule: 'ROLE-22' }]}
          />
        </div>
      )}
    </div>
  )
}

function Words({ text }: { readonly text: string }): ReactElement {
  const t = useTexts()
  return text === '' ? (
    <p className="customer-meta">{t('item.empty')}</p>
  ) : (
    <p className="y-words">{text}</p>
  )
}
