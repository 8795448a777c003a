import { ErrorState, SkeletonRows } from '@yinuo/web-shared'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'

/** Rows of the coming page after 300 ms; never a spinner over everything. */
export function LoadingPage(): ReactElement {
  return (
    <div className="y-page">
      <SkeletonRows rows={6} />
    </div>
  )
}

/** An address that leads nowhere offers the ways that do. */
export function NotFoundPage(): ReactElement {
  const t = useTexts()
  return (
    <div className="y-page">
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.sentence')}</p>
      <p className="desk-ways">
        <Link to="/">{t('nav.my-day')}</Link>
        <Link to="/complaints">{t('nav.complaints')}</Link>
        <Link to="/customers">{t('nav.customers')}</Link>
      </p>
    </div>
  )
}

/** A page that failed: the shell stays, what was typed is on the server, and one can try again or go elsewhere. */
export function RouteErrorPage({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter()
  const t = useTexts()
  const retry = (): void => {
    reset()
    void router.invalidate()
  }
  return (
    <div className="y-page">
      <ErrorState error={error} onRetry={retry} />
      <p className="desk-ways">
        <Link to="/">{t('nav.my-day')}</Link>
      </p>
    </div>
  )
}
