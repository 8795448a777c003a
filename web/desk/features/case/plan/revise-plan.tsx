import { api } from '@yinuo/contract'
import { beyondEnvelope } from '@yinuo/domain'
import { ActionButton, FieldRow, formatFen } from '@yinuo/web-shared'
import { PencilLine } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { focusField } from '../form/form-fields.tsx'
import { useKept } from '../kept-state.ts'
import { isAllowed } from '../option.ts'
import { ActProblem } from '../option-button.tsx'
import { useTold } from '../steps/use-told.ts'
import { TellFields } from '../tell-fields.tsx'
import { useTexts } from '../texts.ts'
import { useAsked } from '../use-asked.ts'
import { costOf, type PlanContent } from './plan-draft.ts'
import { PlanEditor } from './plan-editor.tsx'

/**
 * NEG-11, APR-09: an approved plan is changed. What lies inside the approval goes on at once, also with the customer's word
 * in the same breath; what lies beyond it says so before it is sent to the leader again.
 */
export function RevisePlan(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const [open, setOpen] = useState(false)
  if (!isAllowed(view, 'revise-plan') || view.plan?.approved == null) return null
  const { version, content, approved } = view.plan
  return (
    <div className="case-block">
      {open ? (
        <Revision
          version={version}
          content={content}
          approved={approved}
          onDone={() => setOpen(false)}
        />
      ) : (
        <ActionButton icon={PencilLine} onPress={() => setOpen(true)}>
          {t('revise.open')}
        </ActionButton>
      )}
    </div>
  )
}

function Revision(props: {
  readonly version: number
  readonly content: PlanContent
  readonly approved: PlanContent
  readonly onDone: () => void
}): ReactElement {
  const { version, content, approved, onDone } = props
  const { view } = useCase()
  const t = useTexts()
  const [plan, setPlan, letGo] = useKept<PlanContent>(`${view.id}.revision-${version}`, content)
  const [reason, setReason] = useState('')
  const [acceptedNow, setAcceptedNow] = useState(false)
  const { told, change, asked, box, check, letGo: letTold } = useTold('revision')
  const { asked: unsaid, ask } = useAsked<HTMLDivElement>()
  const beyond = useBeyond(plan, approved)
  const act = useCaseAct(api.complaint.revisePlan, () => {
    letGo()
    letTold()
    onDone()
  })
  const send = (skip?: Record<string, string>): void => {
    if (reason.trim() === '') return ask()
    const accepted = acceptedNow && beyond === '' ? told : null
    if (accepted !== null && !check()) return
    const body = { plan, expectedVersion: version, reason, accepted }
    void act.run({
      params: { id: view.id },
      body: { ...body, ...(skip === undefined ? {} : { skip }) },
    })
  }
  return (
    <section className="case-revision" aria-label={t('revise.title')}>
      <PlanEditor plan={plan} onChange={setPlan} />
      <p role="status" className={beyond === '' ? 'case-meta' : 'case-beyond'}>
        {beyond === '' ? t('revise.within') : t('revise.beyond', { what: beyond })}
      </p>
      <FieldRow
        label={t('revise.reason')}
        required
        stacked
        {...(unsaid && reason.trim() === '' ? { complaint: t('form.missing') } : {})}
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
      {beyond === '' ? (
        <label className="case-tick">
          <input
            type="checkbox"
            checked={acceptedNow}
            onChange={(event) => setAcceptedNow(event.target.checked)}
          />
          {t('revise.accepted')}
        </label>
      ) : null}
      {acceptedNow && beyond === '' ? (
        <TellFields
          box={box}
          value={told}
          onChange={change}
          asked={asked}
          contentLabel={t('opinion.words')}
        />
      ) : null}
      <div className="case-actions">
        <ActionButton pending={act.pending} onPress={() => send()}>
          {beyond === ''
            ? t('revise.do')
            : t('revise.resubmit', { amount: formatFen(costOf(plan)) })}
        </ActionButton>
        <ActionButton onPress={onDone}>{t('cancel')}</ActionButton>
      </div>
      <ActProblem act={act} onField={focusField} onSkip={send} />
    </section>
  )
}

/** What goes beyond the approval, in words; empty where nothing does. The server asks the same question again. */
function useBeyond(plan: PlanContent, approved: PlanContent): string {
  const { playbook } = useCase()
  const t = useTexts()
  return beyondEnvelope(plan, approved)
    .map((one) =>
      one.what === 'cost'
        ? t('revise.cost')
        : (playbook.remedies.find((remedy) => remedy.key === one.key)?.label ?? one.key),
    )
    .join('、')
}
