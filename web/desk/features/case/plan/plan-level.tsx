import { PLAN_LEVELS } from '@yinuo/domain'
import { FieldRow, Segmented, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import type { PlanContent } from './plan-draft.ts'

/** NEG-03: where the company is at fault 从优 is proposed, and anything below it wants its reason. */
export function PlanLevelField(props: {
  readonly plan: PlanContent
  readonly onChange: (change: (plan: PlanContent) => PlanContent) => void
}): ReactElement {
  const { plan, onChange } = props
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const ours = view.forms['negotiation']?.values['fault'] === 'company'
  const below = ours && plan.level !== 'generous'
  return (
    <>
      <FieldRow
        label={t('plan.level')}
        required
        {...(ours ? { hint: t('plan.level-generous') } : {})}
      >
        {() => (
          <Segmented
            label={t('plan.level')}
            look="joined"
            value={plan.level}
            options={PLAN_LEVELS.map((key) => ({ value: key, label: v(`level.${key}`) }))}
            onChange={(level) => onChange((held) => ({ ...held, level }))}
          />
        )}
      </FieldRow>
      {below ? (
        <div data-field="plan.levelReason">
          <FieldRow label={t('plan.level-reason')} required stacked>
            {(control) => (
              <input
                {...control}
                className="y-input"
                maxLength={500}
                value={plan.levelReason}
                onChange={(event) => {
                  const levelReason = event.target.value
                  onChange((held) => ({ ...held, levelReason }))
                }}
              />
            )}
          </FieldRow>
        </div>
      ) : null}
    </>
  )
}
