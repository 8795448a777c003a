import { api } from '@yinuo/contract'
import {
  EmptyState,
  ErrorState,
  PageHeader,
  SkeletonRows,
  useBusinessNow,
  useRead,
} from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ApprovalDesk } from './approval-desk.tsx'
import './index.css'
import { useTexts } from './texts.ts'

/** 批复: what waits for my word, with all I need to say it (APR-02). On a phone one at a time, the answers under the thumb. */
export function ApprovalsPage(): ReactElement {
  const t = useTexts()
  const now = useBusinessNow()
  const read = useRead(api.complaint.listApprovals, {}, ['approval', 'list'], {
    follows: ['complaint', 'commitment'],
    keepPrevious: true,
  })
  const approvals = read.data?.approvals ?? []
  const late = approvals.filter(({ due }) => due !== null && Date.parse(due.dueAt) < now).length
  return (
    <div className="approvals-page">
      <PageHeader
        title={t('title')}
        meta={
          approvals.length === 0 ? null : (
            <>
              <span>{t('meta.waiting', { count: approvals.length })}</span>
              {late === 0 ? null : (
                <span className="approvals-late">{t('meta.late', { count: late })}</span>
              )}
            </>
          )
        }
      >
        <Link to="/" className="approvals-back">
          {t('back')}
        </Link>
      </PageHeader>
      {read.data === undefined ? (
        <div className="y-page">
          {read.error === null ? (
            <SkeletonRows rows={6} height={52} />
          ) : (
            <ErrorState error={read.error} onRetry={() => void read.refetch()} />
          )}
        </div>
      ) : approvals.length === 0 ? (
        <div className="y-page">
          <EmptyState sentence={t('none')}>
            <Link to="/complaints">{t('none.see')}</Link>
          </EmptyState>
        </div>
      ) : (
        <ApprovalDesk approvals={approvals} now={now} />
      )}
    </div>
  )
}
