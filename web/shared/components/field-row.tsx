import { type ReactElement, type ReactNode, useId } from 'react'

/** Label, control, hint and complaint of one field, in the label column of the mocks. The control gets id and descriptions. */
export function FieldRow(props: {
  readonly label: string
  readonly required?: boolean
  readonly hint?: string
  readonly complaint?: string
  /** Label above the control, for narrow places and long texts. */
  readonly stacked?: boolean
  readonly children: (control: {
    id: string
    'aria-describedby': string
    'aria-invalid': boolean
  }) => ReactNode
}): ReactElement {
  const id = useId()
  const note = props.complaint ?? props.hint ?? ''
  return (
    <div className={`y-field${props.stacked === true ? ' y-field-stacked' : ''}`}>
      <label htmlFor={id} className={props.required === true ? 'y-field-required' : ''}>
        {props.label}
      </label>
      <div>
        {props.children({
          id,
          'aria-describedby': `${id}-note`,
          'aria-invalid': props.complaint !== undefined,
        })}
        <p
          id={`${id}-note`}
          className={props.complaint === undefined ? 'y-field-hint' : 'y-field-complaint'}
          aria-live="polite"
        >
          {note}
        </p>
      </div>
    </div>
  )
}
