import type { UnmetView } from '@yinuo/contract'
import { ActionButton, FieldRow, onEnterSubmit, RefusalNote } from '@yinuo/web-shared'
import { type ReactElement, useMemo, useState } from 'react'
import { useTexts } from './texts.ts'
import { useShortReasons } from './use-short-reasons.ts'

/**
 * What the server refused. Gates that only should be met can be passed with a written reason, when no other stands in the
 * way; the reason stays on the case as a debt (architecture §4).
 */
export function RefusalWithSkip(props: {
  readonly unmet: readonly UnmetView[]
  readonly onField?: (form: string, field: string) => void
  readonly onSkip?: (reasons: Record<string, string>) => void
}): ReactElement {
  const { unmet, onField, onSkip } = props
  const short = useShortReasons()
  // RefusalNote moves the focus whenever its list is a new one.
  // oxlint-disable-next-line react/exhaustive-deps -- the labels do not change while a refusal stands
  const shown = useMemo(() => short(unmet), [unmet])
  const skippable =
    onSkip !== undefined && unmet.length > 0 && unmet.every((gate) => gate.strength === 'should')
  return (
    <div className="case-refused">
      <RefusalNote unmet={shown} {...(onField === undefined ? {} : { onField })} />
      {skippable ? <SkipForm unmet={unmet} onSkip={onSkip} /> : null}
    </div>
  )
}

function SkipForm(props: {
  readonly unmet: readonly UnmetView[]
  readonly onSkip: (reasons: Record<string, string>) => void
}): ReactElement {
  const t = useTexts()
  const [reasons, setReasons] = useState<Record<string, string>>({})
  const [asked, setAsked] = useState(false)
  const go = (): void => {
    const complete = props.unmet.every((gate) => (reasons[gate.rule] ?? '').trim() !== '')
    if (complete) props.onSkip(reasons)
    else setAsked(true)
  }
  return (
    <div className="case-skip">
      {props.unmet.map((gate) => (
        <FieldRow
          key={gate.rule}
          stacked
          required
          label={t('skip.reason', { rule: gate.rule })}
          {...(asked && (reasons[gate.rule] ?? '').trim() === ''
            ? { complaint: t('skip.say') }
            : {})}
        >
          {(control) => (
            <input
              {...control}
              className="y-input"
              maxLength={500}
              value={reasons[gate.rule] ?? ''}
              onChange={(event) =>
                setReasons((held) => ({ ...held, [gate.rule]: event.target.value }))
              }
              onKeyDown={onEnterSubmit(go)}
            />
          )}
        </FieldRow>
      ))}
      <ActionButton onPress={go}>{t('skip.go')}</ActionButton>
    </div>
  )
}
