import { api } from '@yinuo/contract'
import { CUSTOMER_OPINIONS, type CustomerOpinion as Opinion } from '@yinuo/domain'
import { FieldRow, Segmented, useVocabulary } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'

/** NEG-10: what the customer says to the plan; anything but acceptance goes back to negotiation. */
export function CustomerOpinion(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const v = useVocabulary()
  const [opinion, setOpinion] = useState<Opinion | null>(null)
  const [words, setWords, letGo] = useKept(`${view.id}.opinion`, '')
  const { box, asked, ask } = useAsked<HTMLElement>()
  const act = useCaseAct(api.complaint.recordOpinion, letGo)
  if (view.plan?.opinion === 'accepted')
    return <p>{t('opinion.done', { opinion: v('opinion.accepted') })}</p>
  const record = (): void => {
    if (opinion === null) return ask()
    void act.run({ params: { id: view.id }, body: { opinion, words } })
  }
  return (
    <section ref={box} className="case-block" aria-label={t('opinion.title')}>
      <h3>{t('opinion.title')}</h3>
      {isAllowed(view, 'record-opinion') ? (
        <div className="case-fields case-fields-narrow">
          <FieldRow
            label={t('opinion.what')}
            required
            stacked
            {...(asked && opinion === null ? { complaint: t('form.missing') } : {})}
          >
            {() => (
              <Segmented
                label={t('opinion.what')}
                look="joined"
                value={opinion}
                options={CUSTOMER_OPINIONS.map((key) => ({
                  value: key,
                  label: v(`opinion.${key}`),
                }))}
                onChange={setOpinion}
              />
            )}
          </FieldRow>
          <FieldRow
            label={t('opinion.words')}
            stacked
            {...(opinion === null || opinion === 'accepted' ? {} : { hint: t('opinion.back') })}
          >
            {(control) => (
              <textarea
                {...control}
                className="y-input"
                rows={2}
                maxLength={2000}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </FieldRow>
        </div>
      ) : null}
      <OptionButton
        action="record-opinion"
        label={t('opinion.do')}
        pending={act.pending}
        onPress={record}
      />
      <ActProblem act={act} />
    </section>
  )
}
