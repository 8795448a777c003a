import type { ReactElement } from 'react'
import { AcknowledgeBlock } from './acknowledge-block.tsx'
import { AddTask } from './add-task.tsx'
import { NextStep } from './next-step.tsx'
import { TaskList } from './task-list.tsx'

/** Step 6: what each department has to do; the follow-up begins when all is done (EXE-05). */
export function ExecutionStep(): ReactElement {
  return (
    <div className="case-step">
      <AcknowledgeBlock />
      <TaskList />
      <AddTask />
      <NextStep />
    </div>
  )
}
