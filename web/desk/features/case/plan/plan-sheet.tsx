import { PLAN_CLASSES } from '@yinuo/domain'
import { Avatar, formatFen, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { useTexts } from '../texts.ts'
import { costOf, planSummary } from './plan-draft.ts'
import { PlanAlternatives, PlanKept } from './plan-weighed.tsx'
import { PlanLines } from './plan-lines.tsx'

/** What is to be approved, in the order a leader reads: amount, class, lines that add up, opinion, a–e. */
export function PlanSheet({ folded = false }: { readonly folded?: boolean }): ReactElement | null {
  const { view, playbook } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const when = useWhen()
  const { plan } = view
  if (plan === null) return null
  const labelOf = (key: string): string =>
    playbook.remedies.find((remedy) => remedy.key === key)?.label ?? key
  const decision =
    plan.stage === 'approved' || plan.stage === 'returned' || plan.stage === 'rejected'
      ? plan.stage
      : null
  const head = (
    <>
      <p className="case-plan-summary">
        {planSummary(plan.content, labelOf, (count) => t('plan.more', { count }))}
      </p>
      <p className="case-plan-author">
        <Avatar name={plan.author.name} />
        {plan.submittedAt === null
          ? plan.author.name
          : t('plan.submitted', { name: plan.author.name, when: when(plan.submittedAt) })}
        {decision === null ? null : (
          <span>
            {t('plan.decided', {
              name: plan.decidedBy?.name ?? '',
              decision: v(`decision.${decision}`),
            })}
          </span>
        )}
      </p>
      {plan.remarks === '' ? null : <p className="case-quote y-words">{plan.remarks}</p>}
    </>
  )
  const body = (
    <>
      <div className="case-plan-amount">
        <p>
          <b>{formatFen(costOf(plan.content))}</b> {t('yuan')}
        </p>
        <p className="case-plan-class" aria-label={t('plan.class')}>
          {PLAN_CLASSES.map((key) => (
            <span key={key} aria-current={plan.class === key || undefined}>
              {v(`class.${key}`)}
            </span>
          ))}
        </p>
      </div>
      <PlanKept plan={plan} />
      <PlanLines plan={plan.content} />
      <PlanAlternatives plan={plan} />
      <section>
        <h3>{t('plan.opinion')}</h3>
        <p className="y-words">{plan.content.opinion}</p>
      </section>
      <section>
        <h3>{playbook.forms['negotiation']?.label}</h3>
        <FormFacts form="negotiation" />
      </section>
    </>
  )
  return (
    <section className="case-plan-sheet" aria-label={t('plan.title')}>
      {head}
      {folded ? (
        <details>
          <summary>{t('plan.unfold', { amount: formatFen(costOf(plan.content)) })}</summary>
          {body}
        </details>
      ) : (
        body
      )}
    </section>
  )
}
