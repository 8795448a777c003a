import { ClockCell, formatFen, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'
import type { WaitingApproval } from './waiting-approval.ts'

/** Time left, whose customer, how much or which end. */
export function ApprovalRow(props: {
  readonly approval: WaitingApproval
  readonly now: number
  readonly current: boolean
  readonly onOpen: () => void
}): ReactElement {
  const { approval, now, current, onOpen } = props
  const t = useTexts()
  const v = useVocabulary()
  return (
    <li>
      <button
        type="button"
        className="approvals-row"
        aria-current={current || undefined}
        onClick={onOpen}
      >
        <ApprovalClock approval={approval} now={now} />
        <span className="approvals-what">
          <span>{approval.customer}</span>
          <small>{approval.reason}</small>
        </span>
        <span className="approvals-amount">
          {approval.plan === null ? (
            <b>{approval.ending === null ? t('request') : v(`ending.${approval.ending.ending}`)}</b>
          ) : (
            <b className="y-number">{formatFen(approval.plan.content.costFen ?? 0)}</b>
          )}
          <small>{approval.ending === null ? approval.author.name : t('ending')}</small>
        </span>
      </button>
    </li>
  )
}

export function ApprovalClock(props: {
  readonly approval: WaitingApproval
  readonly now: number
}): ReactElement {
  const { due } = props.approval
  const t = useTexts()
  if (due === null) return <small className="approvals-no-clock">{t('no-clock')}</small>
  return <ClockCell times={{ ...due, outcome: 'open' }} now={props.now} />
}
