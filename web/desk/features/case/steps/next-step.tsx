import { api } from '@yinuo/contract'
import { ArrowRight } from 'lucide-react'
import type { ReactElement } from 'react'
import { useCase, useCaseAct } from '../case-context.tsx'
import { focusField } from '../form/form-fields.tsx'
import { optionOf } from '../option.ts'
import { ActProblem, OptionButton } from '../option-button.tsx'
import { useTexts } from '../texts.ts'

/** 进入第 n 步: locked with everything that is missing until the server allows it; what is typed is saved first. */
export function NextStep(props: {
  readonly beforeGoing?: () => Promise<boolean>
}): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const enter = useCaseAct(api.complaint.enterStep)
  const target = optionOf(view, 'enter-step')?.target ?? ''
  const at = view.steps.findIndex((step) => step.key === target)
  if (at < 0) return null
  const go = async (skip?: Record<string, string>): Promise<void> => {
    if (props.beforeGoing !== undefined && !(await props.beforeGoing())) return
    const body = { step: target, ...(skip === undefined ? {} : { skip }) }
    await enter.run({ params: { id: view.id }, body })
  }
  return (
    <div className="case-block">
      <OptionButton
        action="enter-step"
        label={t('step.enter', { number: at + 1 })}
        icon={ArrowRight}
        pending={enter.pending}
        onPress={() => void go()}
      />
      <ActProblem act={enter} onField={focusField} onSkip={(skip) => void go(skip)} />
    </div>
  )
}
