import type { PlaybookView } from '@yinuo/contract'
import { ActionButton, formatFen, SavedState } from '@yinuo/web-shared'
import { Save, Send } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, usePrimary } from '../case-context.tsx'
import { focusField } from '../form/form-fields.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { FormerAgreements } from '../agreement/agreement-sheet.tsx'
import { RevisePlan } from '../plan/revise-plan.tsx'
import { PlanConflict } from '../plan/plan-conflict.tsx'
import { costOf } from '../plan/plan-draft.ts'
import { PlanEditor } from '../plan/plan-editor.tsx'
import { PlanLines } from '../plan/plan-lines.tsx'
import { PlanAnswer } from '../plan/plan-answer.tsx'
import { usePlanDraft } from '../plan/use-plan-draft.ts'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { MissingRecords } from './missing-records.tsx'
import { StepForms, useStepDrafts } from './step-forms.tsx'

/** Step 3: the considerations before negotiating, then opinion, remedies and cost, reported to the leader (APR-01). */
export function NegotiationStep(): ReactElement {
  const { view } = useCase()
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      <PlanAnswer />
      <RevisePlan />
      <FormerAgreements />
      {isAllowed(view, 'save-form') ? <Negotiating /> : <Watching />}
    </div>
  )
}

function formsOf(playbook: PlaybookView): readonly string[] {
  return playbook.steps.find((step) => step.key === 'negotiation')?.forms ?? []
}

function Watching(): ReactElement {
  const { view, playbook } = useCase()
  const t = useTexts()
  const forms = formsOf(playbook)
  return (
    <>
      {forms.map((form) => (
        <FormFacts key={form} form={form} />
      ))}
      {view.plan === null ? null : <PlanLines plan={view.plan.content} />}
      <OptionButton action="submit-plan" label={t('plan.submit')} onPress={() => undefined} />
    </>
  )
}

function Negotiating(): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const drafts = useStepDrafts(formsOf(playbook))
  const primaryForm = usePrimary('save-form')
  const plan = usePlanDraft()
  const { store, submit } = plan
  const send = async (skip?: Record<string, string>): Promise<void> => {
    if (await drafts.saveAll()) await plan.send(skip)
  }

  return (
    <>
      <StepForms drafts={drafts} />
      <div className="case-actions">
        <ActionButton
          {...primaryForm}
          icon={Save}
          pending={drafts.pending}
          onPress={() => void drafts.saveAll()}
        >
          {t('form.save')}
        </ActionButton>
        <SavedState saved={drafts.saved} />
      </div>
      <PlanConflict draft={plan} />
      <PlanEditor plan={plan.content} onChange={plan.change} />
      <div className="case-actions">
        <ActionButton icon={Save} pending={store.pending} onPress={() => void plan.save()}>
          {t('plan.save')}
        </ActionButton>
        <SavedState saved={plan.saved} />
      </div>
      <ActProblem act={store} onField={focusField} onSkip={(skip) => void plan.save(skip)} />
      <div className="case-block">
        <OptionButton
          action="submit-plan"
          label={t('plan.submit-amount', { amount: formatFen(costOf(plan.content)) })}
          icon={Send}
          pending={submit.pending}
          isTyped={drafts.isTyped}
          onPress={() => void send()}
        />
        <MissingRecords action="submit-plan" />
        <ActProblem act={submit} onField={focusField} onSkip={(skip) => void send(skip)} />
      </div>
    </>
  )
}
