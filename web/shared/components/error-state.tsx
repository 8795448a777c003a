import { Copy, RotateCcw } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { messageOf } from '../api/call.ts'
import { ApiFailure, Offline } from '../api/failure.ts'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { ActionButton } from './action-button.tsx'

/** What happened, that nothing was lost, what to do, and the reference number to copy. Never a dead end. */
export function ErrorState(props: {
  readonly error: unknown
  readonly onRetry?: () => void
}): ReactElement {
  const t = useSharedTexts()
  const [copied, setCopied] = useState(false)
  const { error, onRetry } = props
  const reference = error instanceof ApiFailure ? error.problem.reference : ''
  const remedy = error instanceof Offline ? t('error.offline.remedy') : t('error.internal.remedy')
  const copy = async (): Promise<void> => {
    await copyText(reference)
    setCopied(true)
  }
  return (
    <section className="y-error" role="alert">
      <p className="y-error-what">
        {error instanceof Offline ? t('error.offline') : messageOf(error)}
      </p>
      <p>{t('error.kept')}</p>
      <p>{error instanceof ApiFailure && error.problem.error === 'not-found' ? null : remedy}</p>
      <div className="y-error-actions">
        {onRetry === undefined ? null : (
          <ActionButton icon={RotateCcw} onPress={onRetry}>
            {t('error.retry')}
          </ActionButton>
        )}
        {reference === '' ? null : (
          <>
            <span className="y-error-reference">
              {t('error.reference')} {reference}
            </span>
            <ActionButton look="link" icon={Copy} onPress={() => void copy()}>
              {t(copied ? 'error.copied' : 'error.copy')}
            </ActionButton>
          </>
        )}
      </div>
    </section>
  )
}

/** The clipboard exists only in secure contexts; over plain http on the LAN the old way still works. */
export async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) return await navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
