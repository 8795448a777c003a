import type { ReactElement } from 'react'
import { AgreementSheet } from '../agreement/agreement-sheet.tsx'
import { ConfirmScan } from '../agreement/confirm-scan.tsx'
import { useCase } from '../case-context.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { PlanSheet } from '../plan/plan-sheet.tsx'
import { ContactRecords } from '../steps/contact-records.tsx'
import { FollowUpRecords } from '../steps/follow-up-records.tsx'
import { SpokenWords } from '../steps/spoken-words.tsx'
import { TaskList } from '../steps/task-list.tsx'

/** What a finished step left behind, read-only. */
export function StepRecord({ step }: { readonly step: string }): ReactElement {
  const { playbook } = useCase()
  const forms = playbook.steps.find((one) => one.key === step)?.forms ?? []
  return (
    <div className="case-step-record">
      {forms.map((form) => (
        <FormFacts key={form} form={form} />
      ))}
      {step === 'intake' ? <SpokenWords /> : null}
      {step === 'finding-out' ? <ContactRecords /> : null}
      {step === 'approval' ? <PlanSheet /> : null}
      {step === 'agreement' ? (
        <>
          <AgreementSheet />
          <ConfirmScan />
        </>
      ) : null}
      {step === 'execution' ? <TaskList /> : null}
      {step === 'follow-up' ? <FollowUpRecords /> : null}
    </div>
  )
}
