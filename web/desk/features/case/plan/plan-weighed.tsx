import type { ComplaintView } from '@yinuo/contract'
import { formatFen, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'

type Plan = NonNullable<ComplaintView['plan']>

/** What the cost buys, the business of a year that stays (NEG-14), and how far one meets the customer (NEG-03). */
export function PlanKept({ plan }: { readonly plan: Plan }): ReactElement {
  const t = useTexts()
  const v = useVocabulary()
  const { keptFen, level, levelReason } = plan.content
  return (
    <p className="case-meta">
      {keptFen === null ? '' : `${t('plan.keeps', { amount: formatFen(keptFen) })}。`}
      {t('plan.level')} <b>{v(`level.${level}`)}</b>
      {levelReason === '' ? '' : `，${levelReason}`}
    </p>
  )
}

/** The other ways that were weighed, 赚钱 before 不亏 before 少亏 (NEG-14). */
export function PlanAlternatives({ plan }: { readonly plan: Plan }): ReactElement | null {
  const t = useTexts()
  const v = useVocabulary()
  if (plan.alternatives.length === 0) return null
  return (
    <section>
      <h3>{t('plan.alternatives')}</h3>
      <ul className="case-alternatives">
        {plan.alternatives.map((one, index) => (
          <li key={index}>
            <span className="y-chip">{v(`class.${one.class}`)}</span>
            <span className="y-words">{one.what}</span>
            <span className="y-number y-unbroken">
              {t('plan.costs-keeps', {
                cost: formatFen(one.costFen),
                kept: formatFen(one.keptFen),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
