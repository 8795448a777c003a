import { FieldRow } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import type { Receivers } from './receivers.ts'

export function ReceiverField(props: {
  readonly receivers: Receivers
  readonly value: string
  readonly onChange: (id: string) => void
}): ReactElement {
  const { receivers, value, onChange } = props
  const t = useTexts()
  const nobody = receivers.loaded && receivers.people.length === 0
  return (
    <FieldRow
      label={t('form.receiver')}
      required
      {...(nobody ? { complaint: t('form.receiver.empty', { post: receivers.post }) } : {})}
    >
      {(control) => (
        <select
          className="y-input"
          data-field="receiver"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          {...control}
        >
          <option value="">{t('form.receiver.none')}</option>
          {receivers.people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}，{person.posts.map((held) => held.label).join('、')}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  )
}
