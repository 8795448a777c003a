import { Link } from '@tanstack/react-router'
import { ActionButton, copyText, Icon, PageHeader } from '@yinuo/web-shared'
import { Check, ChevronRight, Copy, Handshake, NotebookPen } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { useSide } from '../side/side-context.tsx'
import { useTexts } from '../texts.ts'
import { CaseChips } from './case-chips.tsx'
import { CaseMenu } from './case-menu.tsx'

/** Number to copy, title in full, the facts that change what one does, and what can be done at any time. */
export function CaseHeader(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const side = useSide()
  return (
    <PageHeader
      title={view.title}
      crumbs={
        <>
          <Link to="/complaints">{t('head.list')}</Link>
          <Icon of={ChevronRight} size={14} />
          <CaseNumber number={view.number} />
        </>
      }
      meta={<CaseChips />}
    >
      {view.closedAt === null ? (
        <>
          <ActionButton icon={NotebookPen} keys="Alt+P" onPress={() => side.open('note')}>
            {t('head.note')}
          </ActionButton>
          <ActionButton icon={Handshake} keys="Alt+O" onPress={() => side.open('promise')}>
            {t('promise.add')}
          </ActionButton>
        </>
      ) : null}
      <CaseMenu />
    </PageHeader>
  )
}

function CaseNumber({ number }: { readonly number: string }): ReactElement {
  const t = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await copyText(number)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <span className="case-number">
      {number}
      <button
        type="button"
        className="case-copy"
        aria-label={t('head.copy', { number })}
        onClick={() => void copy()}
      >
        <Icon of={copied ? Check : Copy} size={14} />
      </button>
      <span role="status">{copied ? t('head.copied') : ''}</span>
    </span>
  )
}
