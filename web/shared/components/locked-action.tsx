import { Lock } from 'lucide-react'
import { type ReactElement, useId } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { Icon } from './icon.tsx'

/** One gate in the way: a sentence, the requirement that says so, and the posts or people who could. */
export type LockReason = {
  readonly text: string
  readonly rule?: string
  readonly who?: readonly string[]
  /** What is missing, each in its own words; then `text`, which also names rule and people, is not needed. */
  readonly missing?: readonly { readonly text: string }[]
}

/**
 * An action that cannot be done now: visible, focusable, announced as disabled, with the reason beside it and not in a
 * tooltip (mocks/README, ROLE-22). Takes `UnmetView[]` of an option as it comes.
 */
export function LockedAction(props: {
  readonly label: string
  readonly reasons: readonly LockReason[]
  readonly size?: 'normal' | 'small'
}): ReactElement {
  const id = useId()
  const t = useSharedTexts()
  const who = [...new Set(props.reasons.flatMap((reason) => reason.who ?? []))]
  return (
    <div className="y-locked">
      <button
        type="button"
        aria-disabled
        aria-describedby={id}
        className={`y-button y-button-locked${props.size === 'small' ? ' y-button-small' : ''}`}
      >
        <Icon of={Lock} />
        <span>{props.label}</span>
      </button>
      <p id={id} className="y-locked-why">
        <span className="y-spoken">{t('locked.announce')}。</span>
        {props.reasons.map(sentenceOf).join('；')}。
        {who.length === 0 ? null : (
          <span className="y-locked-who">{t('locked.who', { who: who.join('、') })}</span>
        )}
      </p>
    </div>
  )
}

/** The server's whole sentence names rule and people too; here they have places of their own and are said once. */
function sentenceOf(reason: LockReason): string {
  const missing = (reason.missing ?? []).map((one) => one.text)
  const text = (missing.length > 0 ? missing.join('；') : reason.text).replace(/[。；]$/, '')
  return reason.rule === undefined || reason.rule === '' ? text : `${text}（${reason.rule}）`
}
