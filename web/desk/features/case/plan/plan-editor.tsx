import { planClass } from '@yinuo/domain'
import { FieldRow, formatFen, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { MoneyInput } from '../form/money-input.tsx'
import { useTexts } from '../texts.ts'
import { type PlanContent, sumOf, withLines } from './plan-draft.ts'
import { AlternativeLines } from './alternative-lines.tsx'
import { PlanLevelField } from './plan-level.tsx'
import { RemedyLines } from './remedy-lines.tsx'

/** Opinion, remedies, cost and class of the handler's plan (APR-01). */
export function PlanEditor(props: {
  readonly plan: PlanContent
  readonly onChange: (change: (plan: PlanContent) => PlanContent) => void
}): ReactElement {
  const { plan, onChange } = props
  const t = useTexts()
  const v = useVocabulary()
  const { playbook } = useCase()
  const weighed = planClass(plan, playbook)
  return (
    <section className="case-plan" aria-label={t('plan.title')}>
      <div className="case-form-head">
        <h3>{t('plan.title')}</h3>
      </div>
      <div data-field="plan.opinion">
        <FieldRow label={t('plan.opinion')} required stacked>
          {(control) => (
            <textarea
              {...control}
              className="y-input"
              rows={3}
              maxLength={4000}
              value={plan.opinion}
              onChange={(event) => {
                const opinion = event.target.value
                onChange((held) => ({ ...held, opinion }))
              }}
            />
          )}
        </FieldRow>
      </div>
      <PlanLevelField plan={plan} onChange={onChange} />
      <div data-field="plan.remedies">
        <RemedyLines
          lines={plan.remedies}
          onChange={(change) => onChange((held) => withLines(held, change(held.remedies)))}
        />
      </div>
      <div className="case-plan-foot">
        <div data-field="plan.costFen">
          <FieldRow
            label={t('plan.cost')}
            required
            hint={t('plan.sum', { amount: formatFen(sumOf(plan.remedies)) })}
          >
            {(control) => (
              <MoneyInput
                control={control}
                value={plan.costFen}
                onChange={(value) =>
                  onChange((held) => ({
                    ...held,
                    costFen: typeof value === 'number' ? value : null,
                  }))
                }
              />
            )}
          </FieldRow>
        </div>
        <div data-field="plan.keptFen">
          <FieldRow
            label={t('plan.kept')}
            required
            hint={
              weighed === null
                ? t('plan.kept-hint')
                : t('plan.makes', { class: v(`class.${weighed}`) })
            }
          >
            {(control) => (
              <MoneyInput
                control={control}
                value={plan.keptFen}
                onChange={(value) =>
                  onChange((held) => ({
                    ...held,
                    keptFen: typeof value === 'number' ? value : null,
                  }))
                }
              />
            )}
          </FieldRow>
        </div>
      </div>
      <AlternativeLines
        lines={plan.alternatives}
        onChange={(change) =>
          onChange((held) => ({ ...held, alternatives: [...change(held.alternatives)] }))
        }
      />
    </section>
  )
}
