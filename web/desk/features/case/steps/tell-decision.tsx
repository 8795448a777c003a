import { api } from '@yinuo/contract'
import { useVocabulary } from '@yinuo/web-shared'
import { MessageSquareShare } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct, useWhen } from '../case-context.tsx'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { TellFields } from '../tell-fields.tsx'
import { useTexts } from '../texts.ts'
import { useTold } from './use-told.ts'

/** APR-03: the decision is told to the customer clearly: who, by which means, what. */
export function TellDecision(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const { told, change, asked, box, check, letGo } = useTold('tell')
  const tell = useCaseAct(api.complaint.tellDecision, letGo)
  const { proposal, plan } = view
  const done = proposal?.decision === 'approved' ? proposal.told : plan?.told === true
  if (done) return <ToldLine />
  const send = (skip?: Record<string, string>): void => {
    const body = { ...told, ...(skip === undefined ? {} : { skip }) }
    if (check()) void tell.run({ params: { id: view.id }, body })
  }
  return (
    <section className="case-block" aria-label={t('tell.title')}>
      <h3>{t('tell.title')}</h3>
      {isAllowed(view, 'tell-decision') ? (
        <TellFields
          box={box}
          value={told}
          onChange={change}
          asked={asked}
          contentLabel={t('tell.content')}
        />
      ) : null}
      <OptionButton
        action="tell-decision"
        label={t('tell.do')}
        icon={MessageSquareShare}
        pending={tell.pending}
        onPress={() => send()}
      />
      <ActProblem act={tell} onSkip={send} />
    </section>
  )
}

function ToldLine(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const when = useWhen()
  const entry = view.records['reply']?.at(-1)
  if (entry === undefined) return null
  const means = String(entry.values['means'] ?? 'phone') as 'phone'
  return (
    <section className="case-told" aria-label={t('tell.title')}>
      <p className="case-meta">
        {t('tell.done', {
          when: when(entry.at),
          by: entry.by.name,
          means: v(`means.${means}`),
          person: String(entry.values['person'] ?? ''),
        })}
      </p>
      <p className="case-quote y-words">{String(entry.values['content'] ?? '')}</p>
    </section>
  )
}
