import { api, type CustomerView } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import {
  ActionButton,
  formatWhen,
  messageOf,
  RefusalNote,
  useAct,
  useMay,
  useZone,
} from '@yinuo/web-shared'
import { Check } from 'lucide-react'
import { type ReactElement, type ReactNode, useId } from 'react'
import { useTexts } from '../texts.ts'

type Item = keyof CustomerView['confirmed']

/** One of the four items: its content, when it was last confirmed with the customer and by whom, and 已核对 (CUS-01). */
export function ItemSection(props: {
  readonly view: CustomerView
  readonly item: Item
  readonly now: number
  readonly children: ReactNode
}): ReactElement {
  const { view, item, now } = props
  const t = useTexts()
  const zone = useZone()
  const id = useId()
  const client = useQueryClient()
  const mayConfirm = useMay('record')
  const confirm = useAct(api.customer.confirm, {
    onDone: (next) => client.setQueryData(['customer', next.id], next),
  })
  const last = view.confirmed[item]
  const title = t(`item.${item}`)
  return (
    <section className="customer-item" aria-labelledby={id}>
      <div className="customer-item-head">
        <h2 id={id}>{title}</h2>
        <span className="customer-confirmed" role="status">
          {last === null || last === undefined
            ? t('confirm.never')
            : t('confirm.last', { when: formatWhen(last.at, now, zone), who: last.by.name })}
        </span>
        {mayConfirm ? (
          <ActionButton
            size="small"
            icon={Check}
            label={t('confirm.label', { item: title })}
            pending={confirm.pending}
            onPress={() => void confirm.run({ params: { id: view.id }, body: { item } })}
          >
            {t('confirm.button')}
          </ActionButton>
        ) : null}
      </div>
      {props.children}
      {confirm.refusal === null ? null : <RefusalNote unmet={confirm.refusal.unmet} />}
      {confirm.error === null || confirm.refusal !== null ? null : (
        <p role="alert" className="y-field-complaint">
          {messageOf(confirm.error)}
        </p>
      )}
    </section>
  )
}
