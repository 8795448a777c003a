import { api } from '@yinuo/contract'
import { FileSignature } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'

/** APR-02: the agreement is made of the approved plan and nothing else. */
export function DraftAgreement(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const draft = useCaseAct(api.complaint.draftAgreement)
  return (
    <div className="case-block">
      <OptionButton
        action="draft-agreement"
        label={t('agreement.draft')}
        icon={FileSignature}
        pending={draft.pending}
        onPress={() => void draft.run({ params: { id: view.id }, body: {} })}
      />
      <ActProblem act={draft} />
    </div>
  )
}
