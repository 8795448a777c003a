import { ActionButton, ErrorState, LockedAction } from '@yinuo/web-shared'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import type { UnmetView } from '@yinuo/contract'
import { useCase, usePrimary } from './case-context.tsx'
import { type CaseAction, optionOf } from './option.ts'
import { RefusalWithSkip } from './refusal-with-skip.tsx'
import { useShortReasons } from './use-short-reasons.ts'

type Props = {
  readonly action: CaseAction
  readonly label: string
  readonly onPress: () => void
  readonly pending?: boolean
  readonly icon?: LucideIcon
  /** Whether a field that the server misses is filled on this screen and only not saved. */
  readonly isTyped?: (form: string, field: string) => boolean
  /** The one person who is meant to act: the reason that names them is enough. */
  readonly actor?: string
}

/** The button of an action of the case: pressable when the server allows it, else locked with the server's reasons. */
export function OptionButton(props: Props): ReactElement | null {
  const { action, label, onPress, pending = false, icon, isTyped, actor } = props
  const { view } = useCase()
  const primary = usePrimary(action)
  const short = useShortReasons()
  const option = optionOf(view, action)
  if (option === undefined) return null
  if (!option.allowed) {
    const naming = option.unmet.filter((gate) => actor !== undefined && gate.who.includes(actor))
    const unmet = naming.length === 0 ? option.unmet : naming.slice(0, 1)
    return <LockedAction label={label} reasons={short(unmet, isTyped)} />
  }
  return (
    <ActionButton
      {...primary}
      onPress={onPress}
      pending={pending}
      {...(icon === undefined ? {} : { icon })}
    >
      {label}
    </ActionButton>
  )
}

type Tried = {
  readonly error: Error | null
  readonly refusal: { readonly unmet: readonly UnmetView[] } | null
}

/** What came of the last attempt when it did not succeed, at the place of the action. */
export function ActProblem(props: {
  readonly act: Tried
  readonly onField?: (form: string, field: string) => void
  readonly onSkip?: (reasons: Record<string, string>) => void
}): ReactElement | null {
  const { act, onField, onSkip } = props
  if (act.refusal !== null) {
    return (
      <RefusalWithSkip
        unmet={act.refusal.unmet}
        {...(onField === undefined ? {} : { onField })}
        {...(onSkip === undefined ? {} : { onSkip })}
      />
    )
  }
  return act.error === null ? null : <ErrorState error={act.error} />
}
