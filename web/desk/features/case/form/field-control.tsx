import { Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import type { ControlProps } from './control-props.ts'
import type { FieldValue } from './entries.ts'
import { choicesOf, isSegmented, type PlaybookField } from './field-shape.ts'
import { LineInput } from './line-input.tsx'
import { MoneyInput } from './money-input.tsx'
import { PersonSelect } from './person-select.tsx'

/**
 * The control of one playbook field by its type. Values are what the API takes: fen, ISO dates, keys of choices.
 */
export function FieldControl(props: {
  readonly field: PlaybookField
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
  readonly control: ControlProps
}): ReactElement {
  const { field, value, onChange, control } = props
  const t = useTexts()
  const text = value === null ? '' : String(value)
  const plain = {
    ...control,
    className: 'y-input',
    value: text,
    ...(field.hint === undefined ? {} : { placeholder: field.hint }),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange(event.target.value),
  }

  const line = {
    value: text,
    maxLength: field.maxLength,
    onText: onChange,
    ...(field.hint === undefined ? {} : { placeholder: field.hint }),
  }

  switch (field.type) {
    case 'long-text':
      return <textarea {...plain} rows={3} maxLength={field.maxLength} />
    case 'date':
      return <input {...plain} type="date" max="9999-12-31" />
    case 'phone':
      return <input {...plain} type="tel" autoComplete="off" />
    case 'integer':
      return (
        <input
          {...plain}
          inputMode="numeric"
          onChange={(event) => onChange(integerOf(event.target.value))}
        />
      )
    case 'money':
      return <MoneyInput control={control} value={value} onChange={onChange} />
    case 'person':
      return <PersonSelect control={control} value={text} onChange={onChange} />
    case 'boolean':
      return (
        <Segmented
          label={field.label}
          look="joined"
          value={value === true ? 'yes' : value === false ? 'no' : null}
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
          onChange={(which) => onChange(which === 'yes')}
        />
      )
    case 'choice':
      return <ChoiceControl field={field} value={text} onChange={onChange} control={control} />
    default:
      return <LineInput {...control} {...line} />
  }
}

/** Its own component with a fixed identity: a radio that remounts on every change would lose the arrow keys. */
function ChoiceControl(props: {
  readonly field: PlaybookField
  readonly value: string
  readonly onChange: (value: FieldValue) => void
  readonly control: ControlProps
}): ReactElement {
  const { field, value, onChange, control } = props
  const { playbook } = useCase()
  const t = useTexts()
  const options = choicesOf(field, playbook.choices)
  if (isSegmented(options)) {
    return (
      <Segmented
        label={field.label}
        look="joined"
        value={value === '' ? null : value}
        options={options.map((choice) => ({ value: choice.key, label: choice.label }))}
        onChange={onChange}
      />
    )
  }
  return (
    <select
      {...control}
      className="y-input"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('form.choose')}</option>
      {options.map((choice) => (
        <option key={choice.key} value={choice.key}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

/** What is no whole number stays as typed, so that the server can say so and nothing is lost. */
function integerOf(text: string): FieldValue {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text
}
