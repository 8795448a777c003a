import { api } from '@yinuo/contract'
import { ActionButton, formatFen, SavedState, type Saved } from '@yinuo/web-shared'
import { Save, Send } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useCase, useCaseAct, usePrimary } from '../case-context.tsx'
import { CaseForm } from '../form/case-form.tsx'
import { focusField } from '../form/form-fields.tsx'
import { FormFacts } from '../form/form-facts.tsx'
import { useFormDraft } from '../form/use-form-draft.ts'
import { useKept } from '../kept-state.ts'
import { isAllowed } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { costOf, EMPTY_PLAN, type PlanContent } from '../plan/plan-draft.ts'
import { PlanEditor } from '../plan/plan-editor.tsx'
import { PlanLines } from '../plan/plan-lines.tsx'
import { PlanAnswer } from '../plan/plan-answer.tsx'
import { useTexts } from '../texts.ts'
import { AcknowledgeBlock } from './acknowledge-block.tsx'

/** Step 3: the considerations before negotiating, then opinion, remedies and cost, reported to the leader (APR-01). */
export function NegotiationStep(): ReactElement {
  const { view } = useCase()
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      <PlanAnswer />
      {isAllowed(view, 'save-form') ? <Negotiating /> : <Watching />}
    </div>
  )
}

function Watching(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  return (
    <>
      <FormFacts form="negotiation" />
      {view.plan === null ? null : <PlanLines plan={view.plan.content} />}
      <OptionButton action="submit-plan" label={t('plan.submit')} onPress={() => undefined} />
    </>
  )
}

function Negotiating(): ReactElement {
  const { view, playbook } = useCase()
  const t = useTexts()
  const keys = (playbook.forms['negotiation']?.fields ?? []).map((field) => field.key)
  const draft = useFormDraft('negotiation', keys)
  const held = view.plan?.content ?? EMPTY_PLAN
  const [plan, setPlan, letGo, settle] = useKept<PlanContent>(`${view.id}.plan`, held)
  const [saved, setSaved] = useState<Saved | null>(null)
  const primaryForm = usePrimary('save-form')
  const store = useCaseAct(api.complaint.savePlan, (answer) => {
    settle()
    setSaved({ where: 'server', at: answer.now })
  })
  const submit = useCaseAct(api.complaint.submitPlan, letGo)
  const input = { params: { id: view.id } }
  const body = { plan: { ...plan, remedies: [...plan.remedies] } }

  const send = async (skip?: Record<string, string>): Promise<void> => {
    store.reset()
    if (!(await draft.save())) return
    await submit.run({ ...input, body: { ...body, ...(skip === undefined ? {} : { skip }) } })
  }
  const save = async (): Promise<void> => {
    submit.reset()
    await store.run({ ...input, body })
  }

  return (
    <>
      <CaseForm form="negotiation" draft={draft} />
      <div className="case-actions">
        <ActionButton
          {...primaryForm}
          icon={Save}
          pending={draft.pending}
          onPress={() => void draft.save()}
        >
          {t('form.save')}
        </ActionButton>
        <SavedState saved={draft.saved} />
      </div>
      <PlanEditor
        plan={plan}
        onChange={(change) => {
          setSaved(null)
          setPlan(change)
        }}
      />
      <div className="case-actions">
        <ActionButton icon={Save} pending={store.pending} onPress={() => void save()}>
          {t('plan.save')}
        </ActionButton>
        <SavedState saved={saved} />
      </div>
      <ActProblem act={store} onField={focusField} />
      <div className="case-block">
        <OptionButton
          action="submit-plan"
          label={t('plan.submit-amount', { amount: formatFen(costOf(plan)) })}
          icon={Send}
          pending={submit.pending}
          onPress={() => void send()}
        />
        <ActProblem act={submit} onField={focusField} onSkip={(skip) => void send(skip)} />
      </div>
    </>
  )
}
