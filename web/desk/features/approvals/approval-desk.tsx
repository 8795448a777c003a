import { ActionButton, useShortcut } from '@yinuo/web-shared'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { ApprovalRow } from './approval-row.tsx'
import { ApprovalSheet } from './approval-sheet.tsx'
import { useTexts } from './texts.ts'
import { nameOf, placeOf, type WaitingApproval } from './waiting-approval.ts'

/** The list and the one that is open; Alt J and Alt K walk, Alt E agrees. */
export function ApprovalDesk(props: {
  readonly approvals: readonly WaitingApproval[]
  readonly now: number
}): ReactElement {
  const { approvals, now } = props
  const t = useTexts()
  const [chosen, setChosen] = useState({ id: '', index: 0 })
  const index = placeOf(approvals, chosen)
  const current = approvals[index]
  const go = (to: number): void => {
    const at = Math.min(approvals.length - 1, Math.max(0, to))
    const there = approvals[at]
    setChosen({ id: there === undefined ? '' : nameOf(there), index: at })
  }
  useShortcut('Alt+J', () => go(index + 1), { label: t('next') })
  useShortcut('Alt+K', () => go(index - 1), { label: t('previous') })
  return (
    <div className="approvals-desk">
      <ul className="approvals-list" aria-label={t('list')}>
        {approvals.map((approval, at) => (
          <ApprovalRow
            key={nameOf(approval)}
            approval={approval}
            now={now}
            current={at === index}
            onOpen={() => go(at)}
          />
        ))}
      </ul>
      <div className="approvals-walk">
        <ActionButton size="small" icon={ChevronLeft} onPress={() => go(index - 1)}>
          {t('previous')}
        </ActionButton>
        <span>{t('list.place', { at: index + 1, all: approvals.length })}</span>
        <ActionButton size="small" icon={ChevronRight} onPress={() => go(index + 1)}>
          {t('next')}
        </ActionButton>
      </div>
      {current === undefined ? null : (
        <ApprovalSheet
          key={`${nameOf(current)}.${current.plan?.version ?? 0}`}
          approval={current}
          now={now}
        />
      )}
    </div>
  )
}
