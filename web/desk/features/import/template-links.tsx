import { api, type ImportView } from '@yinuo/contract'
import { Icon, urlOf } from '@yinuo/web-shared'
import { Download } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

export function TemplateLinks({ kind }: { readonly kind: ImportView['kind'] }): ReactElement {
  const t = useTexts()
  return (
    <section className="import-template" aria-label={t('template.title')}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={urlOf(api.import.template, { query: { kind, format } })} download>
          <Icon of={Download} size={14} />
          {t(`template.${format}`)}
        </a>
      ))}
      <span className="import-meta">{t('template.hint')}</span>
    </section>
  )
}
