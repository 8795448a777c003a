import { ActionButton, Icon } from '@yinuo/web-shared'
import { Plus, X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import type { CustomerDraft } from './customer-draft.ts'
import type { FieldComplaints } from './field-complaints.ts'

type Contact = CustomerDraft['contacts'][number]
const PARTS = ['name', 'role', 'phone'] as const
const MOST = 50

/** 通讯录: name, role and number in a line each. A masked number left alone stays as it is. */
export function ContactFields(props: {
  readonly contacts: readonly Contact[]
  readonly complaints: FieldComplaints
  readonly onChange: (contacts: Contact[]) => void
}): ReactElement {
  const { contacts, complaints, onChange } = props
  const t = useTexts()
  return (
    <fieldset className="customer-contact-fields">
      <legend>{t('field.contacts')}</legend>
      {contacts.map((contact, place) => (
        <div key={place} className="customer-contact-line">
          {PARTS.map((part) => (
            <input
              key={part}
              className="y-input"
              aria-label={t('contact.nth', { n: place + 1, field: t(`contact.${part}`) })}
              aria-invalid={complaints[`contacts.${place}.${part}`] !== undefined}
              placeholder={t(`contact.${part}`)}
              maxLength={part === 'phone' ? 40 : 80}
              inputMode={part === 'phone' ? 'tel' : 'text'}
              autoComplete="off"
              value={contact[part]}
              onFocus={(event) => {
                if (part === 'phone' && contact.phone.includes('*')) event.currentTarget.select()
              }}
              onChange={(event) =>
                onChange(
                  contacts.map((one, index) =>
                    index === place ? { ...one, [part]: event.target.value } : one,
                  ),
                )
              }
            />
          ))}
          <button
            type="button"
            className="y-icon-button"
            aria-label={t('contact.remove', { name: contact.name })}
            onClick={() => onChange(contacts.filter((_, index) => index !== place))}
          >
            <Icon of={X} />
          </button>
          {complaints[`contacts.${place}.phone`] === undefined ? null : (
            <p className="y-field-complaint">{complaints[`contacts.${place}.phone`]}</p>
          )}
        </div>
      ))}
      {contacts.length >= MOST ? null : (
        <ActionButton
          look="link"
          icon={Plus}
          onPress={() => onChange([...contacts, { name: '', role: '', phone: '' }])}
        >
          {t('contact.add')}
        </ActionButton>
      )}
    </fieldset>
  )
}
