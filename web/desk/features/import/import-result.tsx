import type { ImportView } from '@yinuo/contract'
import { Link } from '@tanstack/react-router'
import { ActionButton } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef } from 'react'
import { ErrorRows } from './error-rows.tsx'
import { useTexts } from './texts.ts'

/** What a run did, and where to see it. */
export function ImportResult(props: {
  readonly view: ImportView
  readonly onAgain: () => void
}): ReactElement {
  const { view } = props
  const t = useTexts()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const { added, changed, unchanged } = view
  return (
    <>
      <section aria-labelledby="import-done">
        <h2 id="import-done" ref={head} tabIndex={-1}>
          {t('done.title')}
        </h2>
        <p role="status">
          {t('done.sentence', {
            added: added.toLocaleString('zh-CN'),
            changed: changed.toLocaleString('zh-CN'),
            unchanged: unchanged.toLocaleString('zh-CN'),
          })}
          {view.errorCount === 0
            ? ''
            : t('done.errors', { count: view.errorCount.toLocaleString('zh-CN') })}
        </p>
        <div className="import-actions">
          <ActionButton onPress={props.onAgain}>{t('done.again')}</ActionButton>
          {view.kind === 'staff' ? (
            <Link to="/people">{t('done.people')}</Link>
          ) : view.kind === 'products' ? null : (
            <Link to="/customers">{t('done.customers')}</Link>
          )}
        </div>
      </section>
      <ErrorRows view={view} />
    </>
  )
}
