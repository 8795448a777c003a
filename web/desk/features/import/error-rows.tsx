import { api, type ImportView } from '@yinuo/contract'
import { Icon, urlOf } from '@yinuo/web-shared'
import { Download } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

/** Row, column, content and what is wrong; the whole list comes as a file to mend and import again. */
export function ErrorRows({ view }: { readonly view: ImportView }): ReactElement | null {
  const t = useTexts()
  if (view.errorCount === 0) return null
  return (
    <section aria-labelledby="import-errors">
      <div className="import-head">
        <h2 id="import-errors">{t('errors.title')}</h2>
        <a href={urlOf(api.import.errors, { params: { id: view.id } })} download>
          <Icon of={Download} size={14} />
          {t('errors.download')}
        </a>
        <span className="import-meta">{t('errors.hint')}</span>
      </div>
      {/* A wide list scrolls by itself, by keyboard too (WCAG 2.1.1). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="import-scroll" tabIndex={0} role="region" aria-labelledby="import-errors">
        <table className="y-table">
          <thead>
            <tr>
              <th scope="col">{t('errors.row')}</th>
              <th scope="col">{t('errors.column')}</th>
              <th scope="col">{t('errors.value')}</th>
              <th scope="col">{t('errors.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {view.errors.map((error, place) => (
              <tr key={`${error.row} ${place}`}>
                <td className="y-unbroken">{error.row}</td>
                <td className="y-unbroken">{error.column || t('errors.whole')}</td>
                <td className="import-cell">
                  <span>{error.value || t('errors.blank')}</span>
                </td>
                <td className="import-problem">{error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {view.errors.length >= 200 ? (
        <p className="import-meta">{t('errors.shown', { shown: view.errors.length })}</p>
      ) : null}
    </section>
  )
}
