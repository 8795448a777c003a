import { CHECK_STEPS } from './check.ts'
import { runSteps, stepLine } from './checks/run-steps.ts'
import type { Step } from './checks/run-steps.ts'
import { testStep } from './checks/run-tests.ts'
import { ensureWebBuilt } from './ensure-web-built.ts'

/** The pages that the browser tests open. */
const webPagesStep: Step = {
  name: 'web pages',
  async run() {
    await ensureWebBuilt()
    return { ok: true, looked: 'built from the present sources', output: '' }
  },
}

/** What two cores may take for all of it (issue [1]); a slower machine is told, not failed. */
const MINUTES_AIMED_AT = 10

/**
 * Everything: the checks two at a time, then what needs the database and the browser one after the other, because
 * each of those fills two cores. All of it runs even when something fails, so that one run shows all that is wrong.
 */
const start = performance.now()
const reports = [
  ...(await runSteps(CHECK_STEPS, 2)),
  ...(await runSteps(
    [
      testStep('database tests', 'db', { live: true }),
      webPagesStep,
      testStep('browser tests', 'e2e', { live: true }),
    ],
    1,
  )),
]

const minutes = (performance.now() - start) / 60_000
const failed = reports.filter((report) => !report.ok)
console.log(`\n${reports.map(stepLine).join('\n')}`)
console.log(
  failed.length === 0
    ? `test: all green in ${minutes.toFixed(1)} min`
    : `test: failed in ${minutes.toFixed(1)} min — ${failed.map(({ name }) => name).join(', ')}`,
)
if (minutes > MINUTES_AIMED_AT) console.log(`That is longer than ${MINUTES_AIMED_AT} min.`)
process.exitCode = failed.length === 0 ? 0 : 1
