import { api } from '@yinuo/contract'
import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct, useWhen } from '../case-context.tsx'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'

/** A hand-over that waits: until it is accepted the case stays with its owner (CMP-04, CMP-08). */
export function AcknowledgeBlock(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const when = useWhen()
  const acknowledge = useCaseAct(api.complaint.acknowledge)
  const { pendingHandover } = view
  if (pendingHandover === null) return null
  return (
    <div className="case-block">
      <p>
        {t('handover.pending', {
          to: pendingHandover.to.name,
          when: when(pendingHandover.at),
          owner: view.owner.name,
        })}
      </p>
      <OptionButton
        action="acknowledge"
        label={t('handover.accept')}
        icon={Check}
        actor={pendingHandover.to.name}
        pending={acknowledge.pending}
        onPress={() => void acknowledge.run({ params: { id: view.id }, body: {} })}
      />
      <ActProblem act={acknowledge} />
    </div>
  )
}
