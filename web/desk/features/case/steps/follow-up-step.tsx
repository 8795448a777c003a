import { ActionButton, SavedState } from '@yinuo/web-shared'
import { Save } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { isAllowed } from '../option.ts'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { CloseForm } from './close-form.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import { FollowUpRecords } from './follow-up-records.tsx'
import { StepForms, useStepDrafts } from './step-forms.tsx'
import { TellDecision } from './tell-decision.tsx'

/** Step 7: ask until the customer is satisfied, or tell him the refusal that was approved; then close (FUP-01, NEG-04). */
export function FollowUpStep(): ReactElement {
  const { view } = useCase()
  const refused = view.proposal?.decision === 'approved'
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      {refused ? <TellDecision /> : null}
      <FollowUpRecords />
      <FollowUpForm />
      {isAllowed(view, 'save-form') ? <SelfCheck /> : null}
      <CloseForm />
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
