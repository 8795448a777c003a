import { api } from '@yinuo/contract'
import { Icon, urlOf } from '@yinuo/web-shared'
import { FileText } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** The files of the case, the signed scan among them. */
export function AttachmentList(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const when = useWhen()
  if (view.attachments.length === 0) return null
  return (
    <section aria-label={t('attach.title')}>
      <h3>{t('attach.title')}</h3>
      <ul className="case-debts">
        {view.attachments.map((file) => (
          <li key={file.id}>
            <a
              className="case-download"
              href={urlOf(api.attachment.download, { params: { id: file.id } })}
              target="_blank"
              rel="noreferrer"
            >
              <Icon of={FileText} size={14} />
              {file.name}
            </a>
            {file.note === '' ? null : <span className="y-words">{file.note}</span>}
            <small>
              {file.by.name} {when(file.at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
