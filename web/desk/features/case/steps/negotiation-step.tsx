import { ActionButton, formatFen, SavedState } from '@yinuo/web-shared'
import { Save, Send } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, usePrimary } from '../case-context.tsx'
import { CaseForm } from '../form/case-form.tsx'
import { focusField } from '../form/form-fields.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { useFormDraft } from '../form/use-form-draft.ts'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { PlanConflict } from '../plan/plan-conflict.tsx'
import { costOf } from '../plan/plan-draft.ts'
import { PlanEditor } from '../plan/plan-editor.tsx'
import { PlanLines } from '../plan/plan-lines.tsx'
import { PlanAnswer } from '../plan/plan-answer.tsx'
import { usePlanDraft } from '../plan/use-plan-draft.ts'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'

/** Step 3: the considerations before negotiating, then opinion, remedies and cost, reported to the leader (APR-01). */
export function NegotiationStep(): ReactElement {
  const { view } = useCase()
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      <PlanAnswer />
      {isAllowed(view, 'save-form') ? <Negotiating /> : <Watching />}
    </div>
  )
}

function Watching(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  return (
    <>
      <FormFacts form="negotiation" />
      {view.plan === null ? null : <PlanLines plan={view.plan.content} />}
      <OptionButton action="submit-plan" label={t('plan.submit')} onPress={() => undefined} />
    </>
  )
}

function Negotiating(): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const keys = (playbook.forms['negotiation']?.fields ?? []).map((field) => field.key)
  const draft = useFormDraft('negotiation', keys)
  const primaryForm = usePrimary('save-form')
  const plan = usePlanDraft()
  const { store, submit } = plan
  const send = async (skip?: Record<string, string>): Promise<void> => {
    if (await draft.save()) await plan.send(skip)
  }

  return (
    <>
      <CaseForm form="negotiation" draft={draft} />
      <div className="case-actions">
        <ActionButton
          {...primaryForm}
          icon={Save}
          pending={draft.pending}
          onPress={() => void draft.save()}
        >
          {t('form.save')}
        </ActionButton>
        <SavedState saved={draft.saved} />
      </div>
      <PlanConflict draft={plan} />
      <PlanEditor plan={plan.content} onChange={plan.change} />
      <div className="case-actions">
        <ActionButton icon={Save} pending={store.pending} onPress={() => void plan.save()}>
          {t('plan.save')}
        </ActionButton>
        <SavedState saved={plan.saved} />
      </div>
      <ActProblem act={store} onField={focusField} />
      <div className="case-block">
        <OptionButton
          action="submit-plan"
          label={t('plan.submit-amount', { amount: formatFen(costOf(plan.content)) })}
          icon={Send}
          pending={submit.pending}
          onPress={() => void send()}
        />
        <ActProblem act={submit} onField={focusField} onSkip={(skip) => void send(skip)} />
      </div>
    </>
  )
}
