import { type Act, messageOf, RefusalNote } from '@yinuo/web-shared'
import type { Route } from '@yinuo/contract'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

/** Why the last attempt failed, at the place of the action: every unmet gate, or one sentence. */
export function ActFailure<R extends Route>({
  act,
}: {
  readonly act: Pick<Act<R>, 'error' | 'refusal'>
}): ReactElement | null {
  const t = useTexts()
  if (act.refusal !== null) return <RefusalNote unmet={act.refusal.unmet} />
  if (act.error === null) return null
  return (
    <p role="alert" className="people-failed">
      {t('failed', { message: messageOf(act.error) })}
    </p>
  )
}
