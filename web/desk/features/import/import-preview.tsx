import type { ImportView } from '@yinuo/contract'
import { ActionButton } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef } from 'react'
import { ErrorRows } from './error-rows.tsx'
import { ImportCounts } from './import-counts.tsx'
import { useTexts } from './texts.ts'

/** What a run would do, and the one button that lets it. */
export function ImportPreview(props: {
  readonly view: ImportView
  readonly isRunning: boolean
  readonly seconds: number
  readonly onRun: () => void
  readonly onOther: () => void
}): ReactElement {
  const { view, isRunning, seconds } = props
  const t = useTexts()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const todo = view.added + view.changed
  return (
    <>
      <section aria-labelledby="import-preview">
        <h2 id="import-preview" ref={head} tabIndex={-1}>
          {t('preview.title', { name: view.fileName })}
        </h2>
        <ImportCounts view={view} />
        <div className="import-actions">
          {todo === 0 ? (
            <p>
              {t(view.errorCount > 0 && view.unchanged === 0 ? 'run.all-wrong' : 'run.nothing')}
            </p>
          ) : (
            <ActionButton look="primary" keys="Alt+E" pending={isRunning} onPress={props.onRun}>
              {t('run.button', { count: todo.toLocaleString('zh-CN') })}
            </ActionButton>
          )}
          {isRunning ? null : (
            <ActionButton onPress={props.onOther}>{t('file.other')}</ActionButton>
          )}
          {isRunning ? null : <span className="import-meta">{t('preview.none-written')}</span>}
        </div>
        {isRunning ? (
          <p role="status" className="import-progress">
            {t('run.running', { count: todo.toLocaleString('zh-CN'), seconds })}
            <progress />
          </p>
        ) : null}
      </section>
      <ErrorRows view={view} />
      <Sample view={view} />
    </>
  )
}

function Sample({ view }: { readonly view: ImportView }): ReactElement {
  const t = useTexts()
  return (
    <section aria-labelledby="import-sample">
      <div className="import-head">
        <h2 id="import-sample">{t('sample.title', { count: view.preview.length })}</h2>
        {view.kind === 'products' ? null : (
          <span className="import-meta">{t('sample.masked')}</span>
        )}
      </div>
      {/* By keyboard too (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="import-scroll" tabIndex={0} role="region" aria-labelledby="import-sample">
        <table className="y-table">
          <thead>
            <tr>
              {view.columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.preview.map((cells, place) => (
              <tr key={place}>
                {view.columns.map((column) => (
                  <td key={column.key} className="import-cell">
                    <span>{cells[column.key]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
