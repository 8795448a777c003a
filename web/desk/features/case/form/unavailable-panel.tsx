import { ActionButton, FieldRow, onEnterSubmit } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'
import type { PlaybookField } from './field-shape.ts'

/** 客户无法提供 for one or several fields at once, with one reason (INV-02). Enter in the reason applies it. */
export function UnavailablePanel(props: {
  readonly fields: readonly PlaybookField[]
  readonly first: string | null
  readonly onApply: (keys: readonly string[], reason: string) => void
  readonly onClose: () => void
}): ReactElement {
  const { fields, first, onApply, onClose } = props
  const t = useTexts()
  const [keys, setKeys] = useState<readonly string[]>(first === null ? [] : [first])
  const [reason, setReason] = useState('')
  const { box, asked, ask } = useAsked<HTMLElement>()
  const apply = (): void => {
    if (keys.length === 0 || reason.trim() === '') return ask()
    onApply(keys, reason.trim())
  }
  return (
    <section
      ref={box}
      className="case-unavailable-panel"
      aria-label={t('unavailable.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <fieldset>
        <legend>{t('unavailable.which')}</legend>
        {fields.map((field) => (
          <label key={field.key}>
            <input
              type="checkbox"
              checked={keys.includes(field.key)}
              onChange={(event) =>
                setKeys((held) =>
                  event.target.checked
                    ? [...held, field.key]
                    : held.filter((key) => key !== field.key),
                )
              }
            />
            {field.label}
          </label>
        ))}
      </fieldset>
      <FieldRow
        label={t('unavailable.reason')}
        required
        {...(asked
          ? { complaint: t(keys.length === 0 ? 'unavailable.pick' : 'unavailable.say') }
          : {})}
      >
        {(control) => (
          <input
            {...control}
            className="y-input"
            value={reason}
            maxLength={500}
            placeholder={t('unavailable.example')}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the panel was asked for; its one question takes the cursor
            autoFocus
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={onEnterSubmit(apply)}
          />
        )}
      </FieldRow>
      <div className="case-actions">
        <ActionButton size="small" onPress={apply}>
          {t('unavailable.apply', { count: keys.length })}
        </ActionButton>
        <ActionButton size="small" look="link" onPress={onClose}>
          {t('cancel')}
        </ActionButton>
      </div>
    </section>
  )
}
