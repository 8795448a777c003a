import { useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** Why a plan is on the desk again: the leader's remarks or what the customer wants changed. */
export function PlanAnswer(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const { plan } = view
  if (plan === null) return null
  if (plan.stage === 'returned' || plan.stage === 'rejected') {
    return (
      <section className="case-answer" aria-label={t('plan.answer')}>
        <b>
          {plan.decidedBy?.name} {v(`decision.${plan.stage}`)}
        </b>
        <p className="y-words">{plan.remarks}</p>
      </section>
    )
  }
  if (plan.opinion === null || plan.opinion === 'accepted') return null
  const words = String(view.records['opinion']?.at(-1)?.values['words'] ?? '')
  return (
    <section className="case-answer" aria-label={t('plan.answer')}>
      <b>{t('plan.customer-says', { opinion: v(`opinion.${plan.opinion}`) })}</b>
      <p className="y-words">{words}</p>
    </section>
  )
}
