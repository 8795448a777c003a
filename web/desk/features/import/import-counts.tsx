import type { ImportView } from '@yinuo/contract'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

/** 新增, 更新, 不变, 出错: always adding up to the rows of the file. */
export function ImportCounts({ view }: { readonly view: ImportView }): ReactElement {
  const t = useTexts()
  const counts = [
    ['added', view.added],
    ['changed', view.changed],
    ['unchanged', view.unchanged],
    ['errors', view.errorCount],
  ] as const
  return (
    <dl className="import-counts">
      {counts.map(([name, count]) => (
        <div key={name} className={name === 'errors' && count > 0 ? 'import-count-errors' : ''}>
          <dt>{t(`count.${name}`)}</dt>
          <dd>{count.toLocaleString('zh-CN')}</dd>
        </div>
      ))}
      <span className="import-meta">
        {t('count.rows', { count: view.rows.toLocaleString('zh-CN') })}
      </span>
    </dl>
  )
}
