import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runTool } from './run-tool.ts'
import type { Step, StepResult } from './run-steps.ts'

export type TestCounts = {
  readonly files: number
  readonly passed: number
  readonly failed: number
  /** Skipped, pending or todo. A test that did not run proves nothing (style.md 12), so any of these fails the step. */
  readonly skipped: number
}

type JsonReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly unknown[]
}

/** Runs one project of vitest.config.ts; with `live` its output is shown as it comes. */
export function testStep(name: string, project: string, options: { live?: boolean } = {}): Step {
  return {
    name,
    async run() {
      const folder = mkdtempSync(path.join(tmpdir(), 'yinuo-tests-'))
      const file = path.join(folder, 'report.json')
      try {
        const args = ['run', '--project', project, '--reporter=dot', '--reporter=json']
        const { code, output } = await runTool(
          'vitest/vitest.mjs',
          [...args, `--outputFile.json=${file}`],
          options,
        )
        return judgeTests(code, readCounts(file), options.live ? '' : output)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

function readCounts(file: string): TestCounts {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as JsonReport
    return {
      files: report.testResults.length,
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    // vitest writes no report when its set-up broke: then nothing ran, and the exit code and output say why.
    return { files: 0, passed: 0, failed: 0, skipped: 0 }
  }
}

/** Green only when the runner says so, at least one file and one test ran, and none was skipped. */
export function judgeTests(code: number, counts: TestCounts, output: string): StepResult {
  const { files, passed, failed, skipped } = counts
  const complaints = [
    ...(files === 0 || passed + failed === 0 ? ['No test ran.'] : []),
    ...(skipped > 0 ? [`${skipped} skipped: a test that does not run proves nothing.`] : []),
  ]
  return {
    ok: code === 0 && failed === 0 && complaints.length === 0,
    looked: `${files} files, ${passed} passed, ${failed} failed, ${skipped} skipped`,
    output: [output, ...complaints].join('\n'),
  }
}
