import { api } from '@yinuo/contract'
import type { PlanDecision } from '@yinuo/domain'
import {
  ActionButton,
  formatFen,
  messageOf,
  RefusalNote,
  useAct,
  useShortcut,
} from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useRef, useState } from 'react'
import { useTexts } from './texts.ts'
import type { WaitingApproval } from './waiting-approval.ts'

/** Agree, return or decline, on the version that stands here and no other (APR-02); Alt E agrees. */
export function DecisionForm(props: {
  readonly approval: WaitingApproval
  readonly endingLabel: string
}): ReactElement {
  const { approval, endingLabel } = props
  const t = useTexts()
  const client = useQueryClient()
  const [remarks, setRemarks] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const onDone = (): void => void client.invalidateQueries({ queryKey: ['approval'] })
  const plan = useAct(api.complaint.decidePlan, { onDone })
  const ending = useAct(api.complaint.decideEnding, { onDone })
  const record = useAct(api.complaint.decideRecord, { onDone })
  const { pending, refusal, error } = { plan, ending, record }[approval.kind]
  const decide = (decision: PlanDecision): void => {
    if (decision !== 'approved' && remarks.trim() === '') {
      setAsked(true)
      field.current?.focus()
      return
    }
    const params = { id: approval.complaintId }
    const body = { decision, remarks: remarks.trim() }
    if (approval.record !== null) {
      const { kind, entry } = approval.record
      void record.run({ params, body: { ...body, kind, entry } })
    } else if (approval.plan === null) void ending.run({ params, body })
    else void plan.run({ params, body: { ...body, expectedVersion: approval.plan.version } })
  }
  const agree =
    approval.record !== null
      ? t('agree.request')
      : approval.plan === null
        ? t('agree.ending', { ending: endingLabel })
        : t('agree', { amount: formatFen(approval.plan.content.costFen ?? 0) })
  useShortcut('Alt+E', () => decide('approved'), { label: agree })
  const silent = asked && remarks.trim() === ''
  return (
    <div className="approvals-decision">
      {refusal === null ? null : <RefusalNote unmet={refusal.unmet} />}
      {error === null || refusal !== null ? null : (
        <p role="alert">{t('failed', { message: messageOf(error) })}</p>
      )}
      <label>
        <span className="y-spoken">{t('remarks')}</span>
        <textarea
          ref={field}
          className="y-input"
          rows={1}
          maxLength={2000}
          aria-invalid={silent}
          placeholder={t('remarks.placeholder')}
          value={remarks}
          onChange={(event) => setRemarks(event.target.value)}
        />
      </label>
      {silent ? (
        <p role="alert" className="y-field-complaint">
          {t('remarks.say')}
        </p>
      ) : null}
      <div className="approvals-answers">
        <ActionButton pending={pending} onPress={() => decide('rejected')}>
          {t('reject')}
        </ActionButton>
        <ActionButton pending={pending} onPress={() => decide('returned')}>
          {t('return')}
        </ActionButton>
        <ActionButton
          look="primary"
          keys="Alt+E"
          pending={pending}
          onPress={() => decide('approved')}
        >
          {agree}
        </ActionButton>
      </div>
    </div>
  )
}
