import path from 'node:path'
import { boundariesStep } from './checks/boundaries-step.ts'
import { deadCodeStep } from './checks/dead-code-step.ts'
import { formatStep } from './checks/format-step.ts'
import { lintStep } from './checks/lint-step.ts'
import { namesStep } from './checks/names-step.ts'
import { REPOSITORY } from './checks/rooms.ts'
import { runSteps } from './checks/run-steps.ts'
import { testStep } from './checks/run-tests.ts'
import { typesStep } from './checks/types-step.ts'

/** Everything that can be judged without a service, quick steps first. Exit code 1 when any fails. */
export const CHECK_STEPS = [
  formatStep,
  namesStep,
  boundariesStep,
  typesStep,
  lintStep(REPOSITORY, path.join(REPOSITORY, '.oxlintrc.json')),
  deadCodeStep,
  testStep('unit tests', 'unit'),
]

if (import.meta.main) {
  const reports = await runSteps(CHECK_STEPS, 2)
  const failed = reports.filter((report) => !report.ok).map((report) => report.name)
  console.log(failed.length === 0 ? 'check: all green' : `check: failed — ${failed.join(', ')}`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
