import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { isAllowed } from '../option.ts'
import { FormerAgreements } from '../agreement/agreement-sheet.tsx'
import { RevisePlan } from '../plan/revise-plan.tsx'
import { PlanSheet } from '../plan/plan-sheet.tsx'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { CustomerOpinion } from './customer-opinion.tsx'
import { DecidePlan } from './decide-plan.tsx'
import { DraftAgreement } from './draft-agreement.tsx'
import { TellDecision } from './tell-decision.tsx'

/** Step 4: the leader decides; then the handler tells the customer, hears his opinion and makes the agreement (APR-02, APR-03). */
export function ApprovalStep(): ReactElement {
  const { view } = useCase()
  const decided = view.plan?.stage === 'approved'
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      <PlanSheet folded={decided && !isAllowed(view, 'decide-plan')} />
      {decided ? (
        <>
          <TellDecision />
          {view.plan?.told === true ? <CustomerOpinion /> : null}
          {view.plan?.opinion === 'accepted' ? <DraftAgreement /> : null}
          <RevisePlan />
          <FormerAgreements />
        </>
      ) : (
        <DecidePlan />
      )}
    </div>
  )
}
