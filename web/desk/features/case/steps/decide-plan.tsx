import { api } from '@yinuo/contract'
import { formatFen, LockedAction } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { optionOf } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { costOf } from '../plan/plan-draft.ts'
import { useTexts } from '../texts.ts'
import { DecisionBar } from './decision-bar.tsx'

/** The leader's answer to a plan; whoever waits for it sees who can give it (APR-02). */
export function DecidePlan(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const act = useCaseAct(api.complaint.decidePlan)
  const option = optionOf(view, 'decide-plan')
  const { plan } = view
  if (plan === null || option === undefined) return null
  if (!option.allowed) return <LockedAction label={t('decide.waiting')} reasons={option.unmet} />
  return (
    <DecisionBar
      store={`${view.id}.decision`}
      action="decide-plan"
      agree={t('decide.agree-amount', { amount: formatFen(costOf(plan.content)) })}
      pending={act.pending}
      problem={<ActProblem act={act} />}
      onDecide={async (decision, remarks) =>
        (await act.run({
          params: { id: view.id },
          body: { decision, remarks, expectedVersion: plan.version },
        })) !== undefined
      }
    />
  )
}
