import { api } from '@yinuo/contract'
import { ArrowRight } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { focusField } from '../form/form-fields.tsx'
import { optionOf } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { MissingRecords } from './missing-records.tsx'
import { useTexts } from '../texts.ts'

/** 进入下一步, by its name: locked with everything that is missing until the server allows it; what is typed is saved first. */
export function NextStep(props: {
  readonly beforeGoing?: () => Promise<boolean>
  /** Whether a field is filled on this screen and not yet saved. */
  readonly isTyped?: (form: string, field: string) => boolean
}): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const enter = useCaseAct(api.complaint.enterStep)
  const target = optionOf(view, 'enter-step')?.target ?? ''
  const next = view.steps.find((step) => step.key === target)
  if (next === undefined) return null
  const go = async (skip?: Record<string, string>): Promise<void> => {
    if (props.beforeGoing !== undefined && !(await props.beforeGoing())) return
    const body = { step: target, ...(skip === undefined ? {} : { skip }) }
    await enter.run({ params: { id: view.id }, body })
  }
  return (
    <div className="case-block">
      <OptionButton
        action="enter-step"
        label={t('step.enter', { step: next.label })}
        icon={ArrowRight}
        pending={enter.pending}
        {...(props.isTyped === undefined ? {} : { isTyped: props.isTyped })}
        onPress={() => void go()}
      />
      <MissingRecords action="enter-step" />
      <ActProblem act={enter} onField={focusField} onSkip={(skip) => void go(skip)} />
    </div>
  )
}
