import type { UnmetView } from '@yinuo/contract'
import { ApiFailure, messageOf, RefusalNote } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { focusField } from '../form/field-id.ts'
import { useTexts } from '../texts.ts'
import type { Registering } from './use-register.ts'

/** What the server refused, with the focus on the first missing field, and a reason for each gate that may be skipped (SYS-20). */
export function Refused({
  registering,
}: {
  readonly registering: Registering
}): ReactElement | null {
  const { act, skip, setSkip } = registering
  if (act.refusal !== null)
    return (
      <div className="intake-refused">
        <RefusalNote unmet={act.refusal.unmet} onField={(_, field) => focusField(field)} />
        <SkipReasons unmet={act.refusal.unmet} skip={skip} onSkip={setSkip} />
      </div>
    )
  return act.error === null ? null : <Failed error={act.error} />
}

function SkipReasons(props: {
  readonly unmet: readonly UnmetView[]
  readonly skip: Readonly<Record<string, string>>
  readonly onSkip: (rule: string, reason: string) => void
}): ReactElement | null {
  const t = useTexts()
  const skippable = props.unmet.filter((gate) => gate.strength === 'should')
  if (skippable.length === 0) return null
  return (
    <fieldset className="intake-skip">
      <legend>{t('finish.skip.title')}</legend>
      {skippable.map((gate) => (
        <label key={gate.rule}>
          {t('finish.skip.label', { rule: gate.rule })}
          <input
            className="y-input"
            maxLength={500}
            value={props.skip[gate.rule] ?? ''}
            onChange={(event) => props.onSkip(gate.rule, event.target.value)}
          />
        </label>
      ))}
    </fieldset>
  )
}

function Failed({ error }: { readonly error: Error }): ReactElement {
  const t = useTexts()
  return (
    <p role="alert" className="intake-failed">
      {messageOf(error)}
      {error instanceof ApiFailure
        ? t('finish.reference', { reference: error.problem.reference })
        : null}
    </p>
  )
}
