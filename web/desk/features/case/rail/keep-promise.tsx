import { api, type CommitmentView } from '@yinuo/contract'
import { useQueryClient } from '@tanstack/react-query'
import { ActionButton, useAct } from '@yinuo/web-shared'
import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { ActProblem } from '../option-button.tsx'
import { useTexts } from '../texts.ts'

/** 已做到, for whom the server lets say so. */
export function KeepPromise(props: { readonly commitment: CommitmentView }): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const client = useQueryClient()
  const act = useAct(api.commitment.keepPromise, {
    onDone: () => void client.invalidateQueries({ queryKey: ['complaint', view.id] }),
  })
  const { commitment } = props
  if (commitment.kind !== 'promise' || !commitment.mayKeep) return null
  return (
    <>
      <ActionButton
        size="small"
        icon={Check}
        pending={act.pending}
        label={t('promise.kept-label', { content: commitment.content })}
        onPress={() => void act.run({ params: { id: commitment.id }, body: {} })}
      >
        {t('promise.kept')}
      </ActionButton>
      <ActProblem act={act} />
    </>
  )
}
