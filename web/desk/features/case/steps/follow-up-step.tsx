import { api } from '@yinuo/contract'
import { ActionButton, SavedState } from '@yinuo/web-shared'
import { CheckCheck, Save } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import { FollowUpRecords } from './follow-up-records.tsx'
import { MissingRecords } from './missing-records.tsx'
import { StepForms, useStepDrafts } from './step-forms.tsx'

/** Step 7: ask until the customer is satisfied, then close (FUP-01). */
export function FollowUpStep(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const close = useCaseAct(api.complaint.close)
  const end = (skip?: Record<string, string>): void =>
    void close.run({ params: { id: view.id }, body: skip === undefined ? {} : { skip } })
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      <FollowUpRecords />
      <FollowUpForm />
      {isAllowed(view, 'save-form') ? <SelfCheck /> : null}
      <div className="case-block">
        <OptionButton
          action="close"
          label={t('close.do')}
          icon={CheckCheck}
          pending={close.pending}
          onPress={() => end()}
        />
        <MissingRecords action="close" />
        <ActProblem act={close} onSkip={end} />
      </div>
    </div>
  )
}

/** The forms of the step, asked before closing and never in the way (GDE-03). */
function SelfCheck(): ReactElement {
  const { view, playbook } = useCase()
  const t = useTexts()
  const forms = playbook.steps.find((step) => step.key === view.step)?.forms ?? []
  const drafts = useStepDrafts(forms)
  return (
    <>
      <StepForms drafts={drafts} />
      {forms.length === 0 ? null : (
        <div className="case-actions">
          <ActionButton icon={Save} pending={drafts.pending} onPress={() => void drafts.saveAll()}>
            {t('form.save')}
          </ActionButton>
          <SavedState saved={drafts.saved} />
        </div>
      )}
    </>
  )
}
