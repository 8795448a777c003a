import { ActionButton, businessNow, FieldRow, formatDue, useZone } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { civilText, instantOfCivil } from './form/civil-instant.ts'
import { suggestedTimes } from './suggested-times.ts'
import { useTexts } from './texts.ts'

/** A date with an hour, in the organisation's zone; the usual answers are one press away. Never 上午 or 尽快 (PRM-01). */
export function TimeField(props: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (instant: string | null) => void
  readonly complaint?: string
}): ReactElement {
  const { label, value, onChange, complaint } = props
  const zone = useZone()
  const t = useTexts()
  const now = businessNow()
  return (
    <div className="case-time">
      <FieldRow
        label={label}
        required
        stacked
        {...(complaint === undefined ? {} : { complaint })}
        hint={value === null ? t('time.hint') : formatDue(value, now, zone)}
      >
        {(control) => (
          <input
            {...control}
            className="y-input"
            type="datetime-local"
            max="9999-12-31T23:59"
            min={civilText(now, zone)}
            value={value === null ? '' : civilText(Date.parse(value), zone)}
            onChange={(event) => onChange(instantOfCivil(event.target.value, zone))}
          />
        )}
      </FieldRow>
      <div className="case-time-offers">
        {suggestedTimes(now, zone).map((instant) => (
          <ActionButton key={instant} size="small" onPress={() => onChange(instant)}>
            {formatDue(instant, now, zone)}
          </ActionButton>
        ))}
      </div>
    </div>
  )
}
