import type { UnmetView } from '@yinuo/contract'
import { type ReactElement, useEffect, useRef } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'

/**
 * What the server refused, at the place of the action: every unmet gate with its rule and who could do it (SYS-20). Takes
 * the focus when it appears, unless `onField` moves it to the first field named.
 */
export function RefusalNote(props: {
  readonly unmet: readonly UnmetView[]
  /** Called with the first missing field, so that the page can focus it. */
  readonly onField?: (form: string, field: string) => void
}): ReactElement {
  const { unmet, onField } = props
  const box = useRef<HTMLElement>(null)
  const t = useSharedTexts()
  const first = unmet.flatMap((gate) => gate.missing).find((missing) => missing.field !== undefined)
  const form = first?.form ?? ''
  const field = first?.field
  const latest = useRef(onField)
  useEffect(() => {
    latest.current = onField
  })
  useEffect(() => {
    if (field !== undefined && latest.current !== undefined) latest.current(form, field)
    else box.current?.focus()
  }, [unmet, form, field])

  return (
    <section ref={box} tabIndex={-1} role="alert" className="y-refusal">
      <p className="y-refusal-title">{t('refusal.title', { count: unmet.length })}</p>
      <ul>
        {unmet.map((gate) => (
          <Gate key={`${gate.rule} ${gate.text}`} gate={gate} />
        ))}
      </ul>
    </section>
  )
}

/** What is missing, the rule and who may act, each said once: the gate's own sentence holds all three. */
function Gate({ gate }: { readonly gate: UnmetView }): ReactElement {
  const t = useSharedTexts()
  const missing = gate.missing.map((item) => item.text).join('；')
  return (
    <li>
      {missing === '' ? gate.text : `${missing}（${gate.rule}）`}
      {gate.who.length === 0 ? null : <span>{t('refusal.who', { who: gate.who.join('、') })}</span>}
      {gate.strength === 'should' ? <span>{t('refusal.should')}</span> : null}
    </li>
  )
}
