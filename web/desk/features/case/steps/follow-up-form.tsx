import { api } from '@yinuo/contract'
import type { ContactMeans } from '@yinuo/domain'
import { FieldRow, Segmented } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { MeansField } from '../tell-fields.tsx'
import { useTexts } from '../texts.ts'
import { TimeField } from '../time-field.tsx'
import { useAsked } from '../use-asked.ts'
import { contactPerson } from './use-told.ts'

type Draft = {
  readonly means: ContactMeans
  readonly person: string
  readonly satisfied: boolean | null
  readonly dislikes: string
  readonly changeNeeded: boolean
  readonly nextAt: string | null
}

/** FUP-01, FUP-03: satisfied or not; if not, what he dislikes and either a change of the plan or the next time. */
export function FollowUpForm(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [draft, setDraft, letGo] = useKept<Draft>(`${view.id}.follow-up`, {
    means: 'phone',
    person: contactPerson(view),
    satisfied: null,
    dislikes: '',
    changeNeeded: false,
    nextAt: null,
  })
  const { box, asked, ask } = useAsked<HTMLElement>()
  const act = useCaseAct(api.complaint.recordFollowUp, () => {
    letGo()
  })
  const change = (part: Partial<Draft>): void => setDraft((held) => ({ ...held, ...part }))
  const { satisfied, changeNeeded } = draft
  const record = (): void => {
    const nextAt = satisfied === true || changeNeeded ? null : draft.nextAt
    const open = satisfied === false && !changeNeeded && nextAt === null
    if (satisfied === null || draft.person.trim() === '' || open) return ask()
    const body = { ...draft, satisfied, nextAt, changeNeeded: !satisfied && changeNeeded }
    void act.run({ params: { id: view.id }, body })
  }
  const missing = (empty: boolean): { complaint?: string } =>
    asked && empty ? { complaint: t('form.missing') } : {}

  return (
    <section ref={box} className="case-block" aria-label={t('follow-up.title')}>
      <h3>{t('follow-up.title')}</h3>
      {isAllowed(view, 'record-follow-up') ? (
        <div className="case-fields case-fields-narrow">
          <MeansField value={draft.means} onChange={(means) => change({ means })} />
          <FieldRow
            label={t('tell.person')}
            required
            stacked
            {...missing(draft.person.trim() === '')}
          >
            {(control) => (
              <input
                {...control}
                className="y-input"
                maxLength={80}
                value={draft.person}
                onChange={(event) => change({ person: event.target.value })}
              />
            )}
          </FieldRow>
          <FieldRow label={t('follow-up.answer')} required stacked {...missing(satisfied === null)}>
            {() => (
              <Segmented
                label={t('follow-up.answer')}
                look="joined"
                value={satisfied === null ? null : satisfied ? 'yes' : 'no'}
                options={[
                  { value: 'yes', label: t('follow-up.satisfied') },
                  { value: 'no', label: t('follow-up.unsatisfied') },
                ]}
                onChange={(value) => change({ satisfied: value === 'yes' })}
              />
            )}
          </FieldRow>
          {satisfied === false ? (
            <>
              <FieldRow label={t('follow-up.dislikes')} stacked>
                {(control) => (
                  <textarea
                    {...control}
                    className="y-input"
                    rows={3}
                    maxLength={2000}
                    value={draft.dislikes}
                    onChange={(event) => change({ dislikes: event.target.value })}
                  />
                )}
              </FieldRow>
              <FieldRow label={t('follow-up.change')} stacked>
                {() => (
                  <Segmented
                    label={t('follow-up.change')}
                    look="joined"
                    value={changeNeeded ? 'yes' : 'no'}
                    options={[
                      { value: 'no', label: t('follow-up.keep') },
                      { value: 'yes', label: t('follow-up.renegotiate') },
                    ]}
                    onChange={(value) => change({ changeNeeded: value === 'yes' })}
                  />
                )}
              </FieldRow>
              {changeNeeded ? null : (
                <TimeField
                  label={t('follow-up.next-at')}
                  value={draft.nextAt}
                  onChange={(nextAt) => change({ nextAt })}
                  {...missing(draft.nextAt === null)}
                />
              )}
            </>
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
