import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { AgreementStep } from '../steps/agreement-step.tsx'
import { ApprovalStep } from '../steps/approval-step.tsx'
import { ExecutionStep } from '../steps/execution-step.tsx'
import { FollowUpStep } from '../steps/follow-up-step.tsx'
import { FormStep } from '../steps/form-step.tsx'
import { IntakeStep } from '../steps/intake-step.tsx'
import { NegotiationStep } from '../steps/negotiation-step.tsx'

/** The work of the open step. A step without a face of its own is worked through its forms. */
export function StepBody({ step }: { readonly step: string }): ReactElement {
  const { playbook } = useCase()
  switch (step) {
    case 'intake':
      return <IntakeStep />
    case 'negotiation':
      return <NegotiationStep />
    case 'approval':
      return <ApprovalStep />
    case 'agreement':
      return <AgreementStep />
    case 'execution':
      return <ExecutionStep />
    case 'follow-up':
      return <FollowUpStep />
    default:
      return <FormStep forms={playbook.steps.find((one) => one.key === step)?.forms ?? []} />
  }
}
