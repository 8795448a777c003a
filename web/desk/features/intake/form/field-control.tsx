import type { PlaybookView } from '@yinuo/contract'
import { Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import type { FieldValue } from '../draft/content.ts'
import { useTexts } from '../texts.ts'
import type { RegistrationField } from './missing.ts'
import { MoneyControl } from './money-control.tsx'
import { TextControl } from './text-control.tsx'

type Props = {
  readonly field: RegistrationField
  readonly playbook: PlaybookView
  readonly value: FieldValue | undefined
  readonly preview: string | undefined
  readonly fromFile: string | undefined
  readonly complaint: string | undefined
  readonly onChange: (value: FieldValue) => void
  /** What Enter in this field would do, and does. */
  readonly offer?: string
  readonly onEnter?: () => void
}

/** One field of the registration form by its type, with what is wrong beneath it. */
export function FieldControl(props: Props): ReactElement {
  const { field, value, complaint } = props
  const t = useTexts()
  const text = typeof value === 'string' ? value : ''
  const tooLong =
    text.length > field.maxLength
      ? t('form.too-long', { max: field.maxLength, now: text.length })
      : undefined
  const note = tooLong ?? complaint
  const noteId = `intake-note-${field.key}`
  return (
    <div className="intake-control">
      {control()}
      {props.offer === undefined ? null : (
        <button type="button" className="y-link intake-offer" onClick={props.onEnter}>
          {props.offer}
        </button>
      )}
      {note === undefined ? null : (
        <p id={noteId} className="y-field-complaint">
          {note}
        </p>
      )}
    </div>
  )

  function control(): ReactElement {
    const described = { invalid: note !== undefined, noteId }
    if (field.type === 'choice') return <ChoiceControl {...props} />
    if (field.type === 'money')
      return <MoneyControl field={field} value={value} onChange={props.onChange} {...described} />
    return (
      <TextControl
        field={field}
        text={text}
        preview={props.preview}
        fromFile={props.fromFile}
        onChange={props.onChange}
        {...(props.onEnter === undefined ? {} : { onEnter: props.onEnter })}
        {...described}
      />
    )
  }
}

function ChoiceControl(props: Props): ReactElement {
  const { field, playbook, value, preview } = props
  const choices = playbook.choices[field.choices ?? '']?.values ?? []
  const chosen = typeof value === 'string' ? value : null
  return (
    <div
      data-field={field.key}
      className={chosen === null && preview !== undefined ? 'intake-choice-preview' : ''}
    >
      <Segmented
        label={field.label}
        value={chosen ?? preview ?? null}
        options={choices.map((choice) => ({ value: choice.key, label: shortLabel(choice.label) }))}
        onChange={props.onChange}
      />
    </div>
  )
}

/** 终端用户（如汽车修理厂）: the explanation in brackets does not fit a row of four. */
function shortLabel(label: string): string {
  return label.replace(/（.*）$/u, '')
}
