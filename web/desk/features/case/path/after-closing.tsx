import { api } from '@yinuo/contract'
import type { FollowUpMeans } from '@yinuo/domain'
import { ActionButton, FieldRow } from '@yinuo/web-shared'
import { HeartHandshake, RotateCcw } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct, useWhen } from '../case-context.tsx'
import { useKept } from '../kept-state.ts'
import { isAllowed } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { AnswerFields } from '../steps/answer-fields.tsx'
import { contactPerson } from '../steps/use-told.ts'
import { useTexts } from '../texts.ts'
import { TimeField } from '../time-field.tsx'
import { useAsked } from '../use-asked.ts'

/** FUP-08, SYS-17: the end is not the end of the customer: further contacts, and the way back. */
export function AfterClosing(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const when = useWhen()
  const planned = view.commitments.filter((one) => one.rule === 'FUP-08' && one.outcome === 'open')
  const [open, setOpen] = useState<'plan' | 'record' | 'reopen' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <div className="case-after">
      {planned.map((one) => (
        <p key={one.id} className="case-meta">
          {t('care.planned', { when: when(one.dueAt) })}
        </p>
      ))}
      <div className="case-actions">
        {isAllowed(view, 'plan-care') ? (
          <ActionButton icon={HeartHandshake} onPress={() => setOpen('plan')}>
            {t('care.plan')}
          </ActionButton>
        ) : null}
        {isAllowed(view, 'record-care') ? (
          <ActionButton onPress={() => setOpen('record')}>{t('care.record')}</ActionButton>
        ) : null}
        {isAllowed(view, 'reopen') ? (
          <ActionButton icon={RotateCcw} onPress={() => setOpen('reopen')}>
            {t('reopen.open')}
          </ActionButton>
        ) : null}
      </div>
      {open === 'plan' ? <PlanCare onDone={close} /> : null}
      {open === 'record' ? <RecordCare onDone={close} /> : null}
      {open === 'reopen' ? <Reopen onDone={close} /> : null}
    </div>
  )
}

function PlanCare({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [dueAt, setDueAt] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { box, asked, ask } = useAsked<HTMLElement>()
  const act = useCaseAct(api.complaint.planCare, onDone)
  const plan = (): void => {
    if (dueAt === null) return ask()
    void act.run({ params: { id: view.id }, body: { dueAt, note } })
  }
  return (
    <section ref={box} className="case-block" aria-label={t('care.plan')}>
      <TimeField
        label={t('care.plan')}
        value={dueAt}
        onChange={setDueAt}
        {...(asked && dueAt === null ? { complaint: t('form.missing') } : {})}
      />
      <FieldRow label={t('care.note')} stacked>
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </FieldRow>
      <ActionButton pending={act.pending} onPress={plan}>
        {t('care.plan')}
      </ActionButton>
      <ActProblem act={act} />
    </section>
  )
}

function RecordCare({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [draft, setDraft, letGo] = useKept(`${view.id}.care`, {
    means: 'phone' as FollowUpMeans,
    person: contactPerson(view),
    answer: '',
    satisfied: null as boolean | null,
    dislikes: '',
  })
  const { box, asked, ask } = useAsked<HTMLElement>()
  const act = useCaseAct(api.complaint.recordCare, () => {
    letGo()
    onDone()
  })
  const record = (): void => {
    const { satisfied } = draft
    const empty = [draft.person, draft.answer].some((text) => text.trim() === '')
    if (satisfied === null || empty || (!satisfied && draft.dislikes.trim() === '')) return ask()
    void act.run({ params: { id: view.id }, body: { ...draft, satisfied } })
  }
  return (
    <section ref={box} className="case-block" aria-label={t('care.record')}>
      <div className="case-fields case-fields-narrow">
        <AnswerFields
          value={draft}
          onChange={(part) => setDraft((held) => ({ ...held, ...part }))}
          asked={asked}
        />
      </div>
      {draft.satisfied === false ? <p className="case-beyond">{t('care.reopens')}</p> : null}
      <ActionButton pending={act.pending} onPress={record}>
        {t('care.record')}
      </ActionButton>
      <ActProblem act={act} />
    </section>
  )
}

function Reopen({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const [reason, setReason] = useState('')
  const { box, asked, ask } = useAsked<HTMLElement>()
  const act = useCaseAct(api.complaint.reopen, onDone)
  const again = (): void => {
    if (reason.trim() === '') return ask()
    void act.run({ params: { id: view.id }, body: { reason } })
  }
  return (
    <section ref={box} className="case-block" aria-label={t('reopen.do')}>
      <FieldRow
        label={t('reopen.reason')}
        required
        stacked
        {...(asked && reason.trim() === '' ? { complaint: t('form.missing') } : {})}
      >
        {(control) => (
          <input
            {...control}
            className="y-input"
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FieldRow>
      <ActionButton pending={act.pending} onPress={again}>
        {t('reopen.do')}
      </ActionButton>
      <ActProblem act={act} />
    </section>
  )
}
