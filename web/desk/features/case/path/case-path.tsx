import { StepDone, StepLater, StepOpen, StepPath } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { StepBody } from './step-body.tsx'
import { StepRecord } from './step-record.tsx'
import { useStepFacts } from './use-step-facts.ts'

/** The method as a path: done steps as a line of facts, the open one with its work, later ones with what they need. */
export function CasePath(): ReactElement {
  const { view, playbook } = useCase()
  const t = useTexts()
  const factsOf = useStepFacts()
  const [expanded, setExpanded] = useState<readonly string[]>([])
  const closed = view.closedAt !== null
  return (
    <StepPath label={t('path.title')}>
      {view.steps.map((step, index) => {
        const state = closed && step.state === 'open' ? 'done' : step.state
        if (state === 'open') {
          return (
            <StepOpen
              key={step.key}
              number={index + 1}
              label={step.label}
              meta={t('step.meta', { status: view.statusLabel, owner: view.owner.name })}
            >
              <StepBody step={step.key} />
            </StepOpen>
          )
        }
        if (state === 'later') {
          return (
            <StepLater
              key={step.key}
              number={index + 1}
              label={step.label}
              needs={t('step.needs', { needs: step.needs })}
            />
          )
        }
        return (
          <StepDone
            key={step.key}
            label={step.label}
            facts={factsOf(step.key) || (playbook.statuses[view.status] ?? '')}
            expanded={expanded.includes(step.key)}
            onToggle={() =>
              setExpanded((held) =>
                held.includes(step.key)
                  ? held.filter((key) => key !== step.key)
                  : [...held, step.key],
              )
            }
          >
            <StepRecord step={step.key} />
          </StepDone>
        )
      })}
    </StepPath>
  )
}
