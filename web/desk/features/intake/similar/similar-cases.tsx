import { api, type OutputOf } from '@yinuo/contract'
import {
  ActionButton,
  businessNow,
  ErrorState,
  formatWhen,
  RefusalNote,
  useAct,
  useRead,
  useZone,
} from '@yinuo/web-shared'
import { useNavigate } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { readyToRegister } from '../draft/content.ts'
import type { Draft } from '../draft/use-draft.ts'
import { useTexts } from '../texts.ts'
import { useSavedMatter } from './use-saved-matter.ts'

type Similar = OutputOf<typeof api.intake.similar>['cases'][number]

/** 七天内有一件相似: offered, never merged by itself (SYS-16). The case opens beside the call, merging asks once more in place. */
export function SimilarCases(props: {
  readonly draft: Draft
  readonly now: number
}): ReactElement | null {
  const { draft, now } = props
  const t = useTexts()
  const matter = useSavedMatter(draft)
  const [notThese, setNotThese] = useState<readonly string[]>([])
  const found = useRead(
    api.intake.similar,
    { params: { id: draft.keeper.id } },
    ['draft', draft.keeper.id, 'similar', matter],
    { enabled: matter !== null, keepPrevious: true },
  )
  const cases = (matter === null ? [] : (found.data?.cases ?? [])).filter(
    (one) => !notThese.includes(one.id),
  )
  if (cases.length === 0) return null
  return (
    <section className="intake-similar" aria-live="polite">
      <h3>{t('similar.title', { count: cases.length })}</h3>
      <p>{t('similar.never')}</p>
      <ul>
        {cases.map((one) => (
          <SimilarCase
            key={one.id}
            similar={one}
            draft={draft}
            now={now}
            onNo={() => setNotThese((known) => [...known, one.id])}
          />
        ))}
      </ul>
    </section>
  )
}

function SimilarCase(props: {
  readonly similar: Similar
  readonly draft: Draft
  readonly now: number
  readonly onNo: () => void
}): ReactElement {
  const { similar, draft, now, onNo } = props
  const t = useTexts()
  const zone = useZone()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const merge = useAct(api.intake.mergeDraft, {
    onDone: (view) => {
      draft.keeper.end()
      void navigate({ to: '/complaints/$id', params: { id: view.id } })
    },
  })
  const run = async (): Promise<void> => {
    await draft.keeper.flush()
    const content = readyToRegister(draft.keeper.getSnapshot().content, businessNow())
    const body = { complaintId: similar.id, content }
    await merge.run({ params: { id: draft.keeper.id }, body })
  }
  return (
    <li>
      <p>
        {t('similar.line', {
          number: similar.number,
          customer: similar.customer,
          when: formatWhen(similar.receivedAt, now, zone),
          reason: similar.reason,
        })}
      </p>
      {asking ? (
        <>
          <p>{t('similar.confirm', { number: similar.number })}</p>
          <div className="intake-similar-actions">
            <ActionButton size="small" pending={merge.pending} onPress={() => void run()}>
              {t('similar.confirm.do', { number: similar.number })}
            </ActionButton>
            <ActionButton look="link" onPress={() => setAsking(false)}>
              {t('similar.confirm.back')}
            </ActionButton>
          </div>
          {merge.refusal === null ? null : <RefusalNote unmet={merge.refusal.unmet} />}
          {merge.error === null || merge.refusal !== null ? null : (
            <ErrorState error={merge.error} />
          )}
        </>
      ) : (
        <div className="intake-similar-actions">
          <a href={`/complaints/${similar.id}`} target="_blank" rel="noopener">
            {t('similar.look')}
          </a>
          <ActionButton look="link" onPress={() => setAsking(true)}>
            {t('similar.merge')}
          </ActionButton>
          <ActionButton look="link" onPress={onNo}>
            {t('similar.no')}
          </ActionButton>
        </div>
      )}
    </li>
  )
}
