import { formatSpan } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useState } from 'react'
import { useTexts } from './texts.ts'

/** How long the lock-out lasts, counted down in real time by the monotonic clock of the browser. */
export function LockOut({ seconds }: { readonly seconds: number }): ReactElement {
  const t = useTexts()
  const [until] = useState(() => performance.now() + seconds * 1000)
  const [left, setLeft] = useState(seconds * 1000)
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, until - performance.now())), 1000)
    return () => clearInterval(timer)
  }, [until])
  return (
    <p className="login-error" role="alert" aria-live="off">
      {left === 0 ? t('unlocked') : t('locked', { span: formatSpan(left, true) })}
    </p>
  )
}
