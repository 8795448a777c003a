import { api } from '@yinuo/contract'
import { LockedAction, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct, useWhen } from '../case-context.tsx'
import { optionOf } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { DecisionBar } from '../steps/decision-bar.tsx'
import { useTexts } from '../texts.ts'
import { AfterClosing } from './after-closing.tsx'

/** How the case ended, or the ending that was proposed and waits for the leader (NEG-17). */
export function EndingNote(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const when = useWhen()
  const act = useCaseAct(api.complaint.decideEnding)
  const { proposal } = view
  if (view.closedAt !== null && view.ending !== null) {
    return (
      <section className="case-ended" aria-label={t('ended.title')}>
        <b>{t('ended.how', { ending: v(`ending.${view.ending}`), when: when(view.closedAt) })}</b>
        {proposal === null ? null : <p className="y-words">{proposal.reason}</p>}
        {proposal?.decidedBy == null ? null : (
          <p className="case-meta">{t('ended.approved', { name: proposal.decidedBy.name })}</p>
        )}
        <AfterClosing />
      </section>
    )
  }
  if (proposal === null) return null
  const ending = v(`ending.${proposal.ending}`)
  if (proposal.decision === 'approved')
    return (
      <section className="case-answer" aria-label={t('end.answer')}>
        <b>{t('refused.tell', { ending })}</b>
        <p className="y-words">{proposal.remarks}</p>
      </section>
    )
  if (proposal.decision !== null) {
    return (
      <section className="case-answer" aria-label={t('end.answer')}>
        <b>
          {t('end.declined', {
            name: proposal.decidedBy?.name ?? '',
            decision: v(`decision.${proposal.decision}`),
            ending,
          })}
        </b>
        <p className="y-words">{proposal.remarks}</p>
      </section>
    )
  }
  const option = optionOf(view, 'decide-ending')
  return (
    <section className="case-answer" aria-label={t('end.waiting')}>
      <b>{t('end.proposed', { name: proposal.by.name, ending })}</b>
      <p className="y-words">{proposal.reason}</p>
      {option?.allowed === true ? (
        <DecisionBar
          store={`${view.id}.ending-decision`}
          action="decide-ending"
          agree={t('end.agree', { ending })}
          pending={act.pending}
          problem={<ActProblem act={act} />}
          onDecide={async (decision, remarks) =>
            (await act.run({ params: { id: view.id }, body: { decision, remarks } })) !== undefined
          }
        />
      ) : (
        <LockedAction label={t('end.waiting')} reasons={option?.unmet ?? []} />
      )}
    </section>
  )
}
