import { PLAN_CLASSES } from '@yinuo/domain'
import { FieldRow, formatFen, Segmented, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { MoneyInput } from '../form/money-input.tsx'
import { useTexts } from '../texts.ts'
import { type PlanContent, sumOf, withLines } from './plan-draft.ts'
import { RemedyLines } from './remedy-lines.tsx'

/** Opinion, remedies, cost and class of the handler's plan (APR-01). */
export function PlanEditor(props: {
  readonly plan: PlanContent
  readonly onChange: (change: (plan: PlanContent) => PlanContent) => void
}): ReactElement {
  const { plan, onChange } = props
  const t = useTexts()
  const v = useVocabulary()
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
        <FieldRow label={t('plan.class')} required>
          {() => (
            <Segmented
              label={t('plan.class')}
              look="joined"
              value={plan.class}
              options={PLAN_CLASSES.map((key) => ({ value: key, label: v(`class.${key}`) }))}
              onChange={(value) => onChange((held) => ({ ...held, class: value }))}
            />
          )}
        </FieldRow>
      </div>
    </section>
  )
}
