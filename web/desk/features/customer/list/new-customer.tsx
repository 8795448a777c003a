import { api } from '@yinuo/contract'
import {
  ActionButton,
  Dialog,
  Invalid,
  isComposing,
  messageOf,
  newActionKey,
  RefusalNote,
  useAct,
} from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { CustomerFields } from '../edit/customer-fields.tsx'
import { EMPTY_DRAFT, wrongFields } from '../edit/customer-draft.ts'
import { useTexts } from '../texts.ts'

/** 建客户 by hand (CUS-01). The id is made here, so that a lost answer never makes two. */
export function NewCustomer(props: {
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}): ReactElement {
  const t = useTexts()
  const [id] = useState(newActionKey)
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [tried, setTried] = useState(false)
  const create = useAct(api.customer.create, { onDone: (view) => props.onDone(view.id) })
  const wrong = wrongFields(EMPTY_DRAFT, draft)
  const complaints = {
    ...(tried && wrong.name !== undefined ? { name: t('complaint.name') } : {}),
    ...(wrong.phone === undefined ? {} : { phone: t('complaint.stars') }),
    ...(create.error instanceof Invalid
      ? Object.fromEntries(create.error.fields.map(({ path, message }) => [path, message]))
      : {}),
  }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const save = (): void => {
    setTried(true)
    if (Object.keys(wrong).length > 0) {
      // After the complaint stands: the focus goes to the first field that has one.
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      )
      return
    }
    const contacts = draft.contacts.filter((one) => `${one.name}${one.phone}`.trim() !== '')
    void create.run({ body: { ...draft, contacts, id } })
  }
  return (
    <Dialog title={t('new.title')} onClose={props.onClose}>
      <form
        ref={form}
        className="customer-new"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <CustomerFields draft={draft} onChange={setDraft} complaints={complaints} masked={false} />
        {create.refusal === null ? null : <RefusalNote unmet={create.refusal.unmet} />}
        {create.error === null || create.refusal !== null ? null : (
          <p role="alert" className="y-field-complaint">
            {messageOf(create.error)}
          </p>
        )}
        <div className="customer-actions">
          <ActionButton look="primary" submit pending={create.pending}>
            {t('new.save')}
          </ActionButton>
          <ActionButton onPress={props.onClose}>{t('new.cancel')}</ActionButton>
        </div>
      </form>
    </Dialog>
  )
}
