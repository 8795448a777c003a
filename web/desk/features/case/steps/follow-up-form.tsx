import { api } from '@yinuo/contract'
import type { FollowUpMeans } from '@yinuo/domain'
import { FieldRow, Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'
import { TimeField } from '../time-field.tsx'
import { useAsked } from '../use-asked.ts'
import { AnswerFields } from './answer-fields.tsx'
import { contactPerson } from './use-told.ts'

type Draft = {
  readonly means: FollowUpMeans
  readonly person: string
  readonly answer: string
  readonly satisfied: boolean | null
  readonly dislikes: string
  readonly changeNeeded: boolean | null
  readonly received: boolean | null
  readonly nextAt: string | null
}

/** FUP-01, FUP-02, FUP-03: what he says, whether he is satisfied, what he dislikes and whether the plan has to change. */
export function FollowUpForm(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [draft, setDraft, letGo] = useKept<Draft>(`${view.id}.follow-up`, {
    means: 'phone',
    person: contactPerson(view),
    answer: '',
    satisfied: null,
    dislikes: '',
    changeNeeded: null,
    received: null,
    nextAt: null,
  })
  const { box, asked, ask } = useAsked<HTMLElement>()
  const act = useCaseAct(api.complaint.recordFollowUp, letGo)
  const change = (part: Partial<Draft>): void => setDraft((held) => ({ ...held, ...part }))
  const { satisfied, changeNeeded } = draft
  const sent = view.tasks.some((task) => task.waybill !== '')
  const again = satisfied === false && changeNeeded === false
  const record = (): void => {
    const nextAt = again ? draft.nextAt : null
    const unasked = [draft.person, draft.answer].some((text) => text.trim() === '')
    const unsaid = satisfied === false && draft.dislikes.trim() === ''
    if (satisfied === null || changeNeeded === null || unasked || unsaid) return ask()
    if (again && nextAt === null) return ask()
    void act.run({ params: { id: view.id }, body: { ...draft, satisfied, changeNeeded, nextAt } })
  }
  const missing = (empty: boolean): { complaint?: string } =>
    asked && empty ? { complaint: t('form.missing') } : {}

  return (
    <section ref={box} className="case-block" aria-label={t('follow-up.title')}>
      <h3>{t('follow-up.title')}</h3>
      {isAllowed(view, 'record-follow-up') ? (
        <div className="case-fields case-fields-narrow">
          <AnswerFields value={draft} onChange={change} asked={asked} />
          <FieldRow
            label={t('follow-up.change')}
            required
            stacked
            {...missing(changeNeeded === null)}
          >
            {() => (
              <Segmented
                label={t('follow-up.change')}
                look="joined"
                value={changeNeeded === null ? null : changeNeeded ? 'yes' : 'no'}
                options={[
                  { value: 'no', label: t('follow-up.keep') },
                  { value: 'yes', label: t('follow-up.renegotiate') },
                ]}
                onChange={(value) => change({ changeNeeded: value === 'yes' })}
              />
            )}
          </FieldRow>
          {sent ? (
            <FieldRow label={t('follow-up.received')} stacked>
              {() => (
                <Segmented
                  label={t('follow-up.received')}
                  look="joined"
                  value={draft.received === null ? null : draft.received ? 'yes' : 'no'}
                  options={[
                    { value: 'yes', label: t('follow-up.received-yes') },
                    { value: 'no', label: t('follow-up.received-no') },
                  ]}
                  onChange={(value) => change({ received: value === 'yes' })}
                />
              )}
            </FieldRow>
          ) : null}
          {again ? (
            <TimeField
              label={t('follow-up.next-at')}
              value={draft.nextAt}
              onChange={(nextAt) => change({ nextAt })}
              {...missing(draft.nextAt === null)}
            />
          ) : null}
        </div>
      ) : null}
      <OptionButton
        action="record-follow-up"
        label={t('follow-up.do')}
        pending={act.pending}
        onPress={record}
      />
      <ActProblem act={act} />
    </section>
  )
}
