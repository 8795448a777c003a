import { ActionButton, isComposing } from '@yinuo/web-shared'
import { type KeyboardEvent, type ReactElement, useState } from 'react'
import type { FieldValue } from '../draft/content.ts'
import { useTexts } from '../texts.ts'
import { useAutoHeight } from '../words/use-auto-height.ts'
import { fieldId, focusField } from './field-id.ts'
import type { RegistrationField } from './missing.ts'

/** The longest text the contract takes in any field; nothing typed is cut below that. */
const LONGEST_VALUE = 4000

/**
 * One line, or as many as the text needs. A previewed value stands dashed behind the empty field until it is taken. Phone and
 * address of a customer taken stand masked and are filled in by the server (SYS-09): 改写 opens an empty field, so new digits
 * never mix with stars.
 */
export function TextControl(props: {
  readonly field: RegistrationField
  readonly text: string
  readonly preview: string | undefined
  readonly fromFile: string | undefined
  readonly invalid: boolean
  readonly noteId: string
  readonly onChange: (value: FieldValue) => void
  readonly onEnter?: () => void
}): ReactElement {
  const { field, text, preview = '', fromFile = '', onChange } = props
  const t = useTexts()
  const [overriding, setOverriding] = useState(false)
  const area = useAutoHeight(text)
  const masked = fromFile !== '' && text === '' && !overriding
  const previewed = text === '' && preview !== ''
  const override = (): void => {
    setOverriding(true)
    focusField(field.key)
  }
  const giveUp = (): void => {
    setOverriding(false)
    onChange('')
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && props.onEnter !== undefined && !isComposing(event)) {
      event.preventDefault()
      props.onEnter()
      return
    }
    if (!masked || !['Enter', 'Backspace', 'Delete'].includes(event.key) || event.ctrlKey) return
    event.preventDefault()
    override()
  }
  const common = {
    id: fieldId(field.key),
    'data-field': field.key,
    'aria-label': field.label,
    'aria-required': field.required,
    'aria-invalid': props.invalid,
    'aria-describedby': props.noteId,
    placeholder: previewed ? preview : overriding ? fromFile : (field.hint ?? ''),
    value: masked ? fromFile : text,
    readOnly: masked,
    maxLength: LONGEST_VALUE,
    onKeyDown: press,
  }
  const look = `y-input${previewed ? ' intake-preview' : ''}${masked ? ' intake-masked' : ''}`
  return (
    <span className="intake-text">
      {field.type === 'long-text' ? (
        <textarea
          {...common}
          ref={area}
          rows={1}
          className={`${look} intake-long-text`}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input
          {...common}
          type={field.type === 'phone' ? 'tel' : field.type === 'date' ? 'date' : 'text'}
          className={look}
          title={masked ? t('form.from-file') : undefined}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {fromFile === '' ? null : (
        <ActionButton look="link" onPress={masked ? override : giveUp}>
          {t(masked ? 'form.override' : 'form.override.back')}
        </ActionButton>
      )}
    </span>
  )
}
