import type { PlaybookView } from '@yinuo/contract'
import { PLAN_CLASSES } from '@yinuo/domain'
import { formatFen, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { PlanTable } from './plan-table.tsx'
import { useTexts } from './texts.ts'
import type { WaitingApproval } from './waiting-approval.ts'
import { weighedFacts } from './weighed-facts.ts'

type Plan = NonNullable<WaitingApproval['plan']>

/** Amount and class, the lines that add up, what the customer wants, the opinion, a–e and the other ways (NEG-03, NEG-14). */
export function PlanFacts(props: {
  readonly approval: WaitingApproval
  readonly plan: Plan
  readonly playbook: PlaybookView
}): ReactElement {
  const { approval, plan, playbook } = props
  const t = useTexts()
  const v = useVocabulary()
  const { content } = plan
  const { wish, demand } = approval.wants
  const wants = [String(approval.weighed['demandText'] ?? ''), demand, wish]
  const wanted = [...new Set(wants)].filter((words) => words !== '').join('\n')
  return (
    <>
      <section>
        <div className="approvals-money">
          <p>
            <b>{formatFen(content.costFen ?? 0)}</b> {t('yuan')}
          </p>
          <p className="approvals-class" aria-label={t('class')}>
            {PLAN_CLASSES.map((key) => (
              <span key={key} aria-current={plan.class === key || undefined}>
                {v(`class.${key}`)}
              </span>
            ))}
          </p>
        </div>
        <p className="approvals-meta">
          {content.keptFen === null ? '' : `${t('kept', { amount: formatFen(content.keptFen) })}，`}
          {t('level', { level: v(`level.${content.level}`) })}
          {content.levelReason === ''
            ? ''
            : `。${t('level.reason', { reason: content.levelReason })}`}
        </p>
        <PlanTable content={content} playbook={playbook} />
      </section>
      <section>
        <h3>{t('wants')}</h3>
        <p className="y-words">{wanted === '' ? t('wants.none') : wanted}</p>
      </section>
      <section>
        <h3>{t('opinion')}</h3>
        <p className="y-words">{content.opinion}</p>
      </section>
      <section>
        <h3>{playbook.forms['negotiation']?.label}</h3>
        <dl className="y-facts">
          {weighedFacts(approval.weighed, playbook, { yes: t('yes'), no: t('no') }).map((fact) => (
            <Fact key={fact.label} {...fact} />
          ))}
        </dl>
      </section>
      {plan.alternatives.length === 0 ? null : (
        <section>
          <h3>{t('alternatives')}</h3>
          <ul className="approvals-alternatives">
            {plan.alternatives.map((one, index) => (
              <li key={index}>
                <span className="y-chip">{v(`class.${one.class}`)}</span>
                <span className="y-words">{one.what}</span>
                <span className="y-unbroken">
                  {t('alternative.costs', {
                    cost: formatFen(one.costFen),
                    kept: formatFen(one.keptFen),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

export function Fact({
  label,
  value,
}: {
  readonly label: string
  readonly value: string
}): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd className="y-words">{value}</dd>
    </>
  )
}
