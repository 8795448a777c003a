import { api } from '@yinuo/contract'
import { LockedAction } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { ActProblem } from '../option-button.tsx'
import { DecisionBar } from '../steps/decision-bar.tsx'
import { useTexts } from '../texts.ts'

/** The answer to one entry that waits for it; whoever may not give it sees who can (INV-14, INV-17, ESC-10). */
export function DecideRecord(props: {
  readonly kind: string
  readonly entry: number
}): ReactElement | null {
  const { kind, entry } = props
  const { view } = useCase()
  const t = useTexts()
  const act = useCaseAct(api.complaint.decideRecord)
  const option = view.options.find(
    (one) => one.action === 'decide-record' && one.target === `${kind}:${entry}`,
  )
  if (option === undefined) return null
  if (!option.allowed)
    return <LockedAction size="small" label={t('record.waiting')} reasons={option.unmet} />
  return (
    <DecisionBar
      store={`${view.id}.record.${kind}.${entry}`}
      action="decide-record"
      agree={t('record.agree')}
      pending={act.pending}
      problem={<ActProblem act={act} />}
      onDecide={async (decision, remarks) =>
        (await act.run({ params: { id: view.id }, body: { kind, entry, decision, remarks } })) !==
        undefined
      }
    />
  )
}
