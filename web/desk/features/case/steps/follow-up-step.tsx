import { api } from '@yinuo/contract'
import { CheckCheck } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import { FollowUpRecords } from './follow-up-records.tsx'

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
      <div className="case-block">
        <OptionButton
          action="close"
          label={t('close.do')}
          icon={CheckCheck}
          pending={close.pending}
          onPress={() => end()}
        />
        <ActProblem act={close} onSkip={end} />
      </div>
    </div>
  )
}
