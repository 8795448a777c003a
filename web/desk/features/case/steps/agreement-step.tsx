import { api } from '@yinuo/contract'
import { PenLine } from 'lucide-react'
import type { ReactElement } from 'react'
import { AgreementSheet } from '../agreement/agreement-sheet.tsx'
import { CustomerLink, SignedByCode } from '../agreement/customer-link.tsx'
import { ConfirmScan } from '../agreement/confirm-scan.tsx'
import { FileScan } from '../agreement/file-scan.tsx'
import { useCase, useCaseAct } from '../case-context.tsx'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { RevisePlan } from '../plan/revise-plan.tsx'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { NextStep } from './next-step.tsx'

/** Step 5: our signature, and the customer's by his code or on a scan that a second person confirms; only then execution (AGR-01, SYS-27). */
export function AgreementStep(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const sign = useCaseAct(api.complaint.signAgreement)
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      <AgreementSheet />
      {view.agreement?.companySigner == null ? (
        <div className="case-block">
          <OptionButton
            action="sign-agreement"
            label={t('agreement.sign')}
            icon={PenLine}
            pending={sign.pending}
            onPress={() => void sign.run({ params: { id: view.id }, body: {} })}
          />
          <ActProblem act={sign} />
        </div>
      ) : null}
      {view.agreement?.accepted != null ? (
        <SignedByCode />
      ) : (
        <>
          {view.agreement?.confirmedBy == null ? <CustomerLink /> : null}
          {view.agreement?.scan == null ? <FileScan /> : <ConfirmScan />}
        </>
      )}
      <NextStep />
      <RevisePlan />
    </div>
  )
}
