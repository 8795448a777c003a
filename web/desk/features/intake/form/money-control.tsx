import { formatFen } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import type { FieldValue } from '../draft/content.ts'
import { useTexts } from '../texts.ts'
import { fenFromYuan } from './yuan.ts'
import type { RegistrationField } from './missing.ts'
import { fieldId } from './field-id.ts'

/**
 * An amount typed in yuan and kept in fen. What is no amount is kept as it was typed, so that it is neither lost nor taken for
 * nothing: the server refuses it by name.
 */
export function MoneyControl(props: {
  readonly field: RegistrationField
  /** Fen, or what was typed and is no amount. */
  readonly value: FieldValue | undefined
  readonly invalid: boolean
  readonly noteId: string
  readonly onChange: (value: FieldValue) => void
}): ReactElement {
  const { field, value, onChange } = props
  const t = useTexts()
  /** What is being typed; null while the stored amount is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const bad = typeof value === 'string'
  const shown = typeof value === 'number' ? formatFen(value) : bad ? value : ''
  return (
    <>
      <span className="intake-money">
        <input
          id={fieldId(field.key)}
          data-field={field.key}
          className="y-input"
          inputMode="decimal"
          autoComplete="off"
          aria-label={field.label}
          aria-invalid={bad || props.invalid}
          aria-describedby={bad ? `${props.noteId}-bad` : props.noteId}
          placeholder={field.hint ?? ''}
          value={typed ?? shown}
          onChange={(event) => {
            setTyped(event.target.value)
            onChange(fenFromYuan(event.target.value) ?? event.target.value.trim())
          }}
          onBlur={() => setTyped(null)}
        />
        <span aria-hidden>{t('form.money')}</span>
      </span>
      {bad ? (
        <p id={`${props.noteId}-bad`} className="y-field-complaint">
          {t('form.money.bad')}
        </p>
      ) : null}
    </>
  )
}
