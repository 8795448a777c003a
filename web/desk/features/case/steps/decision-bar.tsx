import { ActionButton } from '@yinuo/web-shared'
import { type ReactElement, type RefObject, useRef, useState } from 'react'
import type { PlanDecision } from '@yinuo/domain'
import { usePrimary } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { useTexts } from '../texts.ts'

/** Three answers with remarks; within thumb reach on a phone. Returning and declining need a remark (APR-02). */
export function DecisionBar(props: {
  readonly store: string
  readonly action: 'decide-plan' | 'decide-ending' | 'decide-record'
  readonly agree: string
  readonly pending: boolean
  readonly onDecide: (decision: PlanDecision, remarks: string) => Promise<boolean>
  readonly problem: ReactElement | null
}): ReactElement {
  const { store, action, agree, pending, onDecide, problem } = props
  const t = useTexts()
  const primary = usePrimary(action)
  const [remarks, setRemarks, letGo] = useKept(store, '')
  const [asked, setAsked] = useState(false)
  const field: RefObject<HTMLTextAreaElement | null> = useRef(null)
  const decide = async (decision: PlanDecision): Promise<void> => {
    if (decision !== 'approved' && remarks.trim() === '') {
      setAsked(true)
      field.current?.focus()
      return
    }
    if (await onDecide(decision, remarks.trim())) letGo()
  }
  return (
    <div className="case-decision" data-field="plan.remarks">
      {problem}
      <label>
        <span className="y-spoken">{t('decide.remarks')}</span>
        <textarea
          ref={field}
          className="y-input"
          rows={1}
          maxLength={2000}
          aria-invalid={asked && remarks.trim() === ''}
          placeholder={t('decide.placeholder')}
          value={remarks}
          onChange={(event) => setRemarks(event.target.value)}
        />
      </label>
      {asked && remarks.trim() === '' ? (
        <p role="alert" className="y-field-complaint">
          {t('decide.say')}
        </p>
      ) : null}
      <div className="case-decision-answers">
        <ActionButton pending={pending} onPress={() => void decide('rejected')}>
          {t('decide.reject')}
        </ActionButton>
        <ActionButton pending={pending} onPress={() => void decide('returned')}>
          {t('decide.return')}
        </ActionButton>
        <ActionButton {...primary} pending={pending} onPress={() => void decide('approved')}>
          {agree}
        </ActionButton>
      </div>
    </div>
  )
}
