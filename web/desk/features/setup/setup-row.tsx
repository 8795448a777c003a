import { FieldRow } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import type { SetupFault, SetupField } from './setup-fields.ts'
import { useTexts } from './texts.ts'

const LABELS = {
  setupCode: 'code',
  organisation: 'organisation',
  site: 'site',
  administrator: 'administrator',
  login: 'login',
  password: 'password',
} as const satisfies Record<SetupField, string>
const HINTS = {
  setupCode: 'code.hint',
  site: 'site.hint',
  login: 'login.hint',
  password: 'password.hint',
} as const
const AUTOCOMPLETE: Partial<Record<SetupField, string>> = {
  organisation: 'organization',
  administrator: 'name',
  login: 'username',
  password: 'new-password',
}

export function SetupRow(props: {
  readonly field: SetupField
  readonly value: string
  readonly fault: SetupFault | undefined
  readonly onChange: (field: SetupField, value: string) => void
}): ReactElement {
  const { field, value, fault } = props
  const t = useTexts()
  const label = t(LABELS[field])
  const hint = field in HINTS ? { hint: t(HINTS[field as keyof typeof HINTS]) } : {}
  return (
    <FieldRow
      stacked
      label={label}
      {...hint}
      {...(fault === undefined ? {} : { complaint: t(fault, { field: label }) })}
    >
      {(control) => (
        <input
          {...control}
          className="y-input"
          name={field}
          type={field === 'password' ? 'password' : 'text'}
          autoComplete={AUTOCOMPLETE[field] ?? 'off'}
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => props.onChange(field, event.target.value)}
        />
      )}
    </FieldRow>
  )
}
