import type { UnmetView } from '@yinuo/contract'
import { FieldRow } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { entryOf, type FieldValue, type FormContent } from './entries.ts'
import { FieldControl } from './field-control.tsx'
import { inRows, isLongLabel, isWide, type PlaybookField } from './field-shape.ts'
import { UnavailableMark } from './unavailable-mark.tsx'

/** The fields of a playbook form or record, in two columns where they are short. */
export function FormFields(props: {
  readonly form: string
  readonly fields: readonly PlaybookField[]
  readonly content: FormContent
  readonly onValue: (key: string, value: FieldValue) => void
  readonly onAvailable?: (key: string) => void
  readonly unmet?: readonly UnmetView[]
  /** One column, labels above: beside the time line. */
  readonly narrow?: boolean
}): ReactElement {
  const { form, fields, content, onValue, onAvailable, unmet = [], narrow = false } = props
  const { playbook } = useCase()
  const t = useTexts()
  const missing = unmet.flatMap((gate) => gate.missing).filter((one) => one.form === form)
  return (
    <div className={narrow ? 'case-fields case-fields-narrow' : 'case-fields'}>
      {inRows(fields, (field) => isWide(field, playbook.choices)).map((field) => {
        const { value, reason } = entryOf(content, field.key)
        const complaint = missing.find((one) => one.field === field.key)?.text
        const stacked = narrow || isLongLabel(field)
        return (
          <div
            key={field.key}
            data-field={`${form}.${field.key}`}
            className={isWide(field, playbook.choices) ? 'case-field-wide' : ''}
          >
            <FieldRow
              label={field.label}
              required={field.required}
              stacked={stacked}
              {...(complaint === undefined ? {} : { complaint })}
            >
              {(control) =>
                reason === null ? (
                  <FieldControl
                    field={field}
                    value={value}
                    control={control}
                    onChange={(next) => onValue(field.key, next)}
                  />
                ) : (
                  <UnavailableMark
                    id={control.id}
                    reason={reason}
                    label={t('unavailable.clear', { field: field.label })}
                    onClear={() => onAvailable?.(field.key)}
                  />
                )
              }
            </FieldRow>
          </div>
        )
      })}
    </div>
  )
}

/** Moves the focus to a field that the server named. */
export function focusField(form: string, field: string): void {
  const place = document.querySelector(`[data-field="${CSS.escape(`${form}.${field}`)}"]`)
  place
    ?.querySelector<HTMLElement>('input, textarea, select, button[tabindex="0"], button')
    ?.focus()
}
