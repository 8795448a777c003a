import { filesBelow, isCode, ROOMS } from './rooms.ts'
import { runTool } from './run-tool.ts'
import type { Step, StepResult } from './run-steps.ts'

type LintReport = {
  readonly diagnostics: readonly {
    readonly message: string
    readonly code?: string
    readonly filename: string
    readonly help?: string
    readonly labels: readonly {
      readonly span: { readonly line: number; readonly column: number }
    }[]
  }[]
  readonly number_of_files: number
}

/** Lints `folder` with the type-aware rules of the configuration file; warnings count as errors. */
export async function lint(folder: string, config: string): Promise<LintReport & { ok: boolean }> {
  const args = ['--type-aware', '--deny-warnings', '--config', config, '--format', 'json', '.']
  const { code, stdout, output } = await runTool('oxlint/bin/oxlint', args, { cwd: folder })
  const start = stdout.indexOf('{')
  if (start < 0) throw new Error(`The linter gave no report:\n${output}`)
  const report = JSON.parse(stdout.slice(start)) as LintReport
  return { ...report, ok: code === 0 && report.diagnostics.length === 0 }
}

export function lintStep(repository: string, config: string): Step {
  return {
    name: 'lint',
    async run(): Promise<StepResult> {
      const report = await lint(repository, config)
      const files = [...ROOMS, 'scripts'].flatMap((room) => filesBelow(room).filter(isCode))
      const readAll = report.number_of_files >= files.length && files.length > 0
      const lines = report.diagnostics.map(({ filename, labels, code, message, help }) => {
        const at = labels[0]?.span
        return `${filename}:${at?.line ?? 0}:${at?.column ?? 0} ${code ?? ''} ${message}${help ? ` (${help})` : ''}`
      })
      if (!readAll) lines.push(`Read ${report.number_of_files} of ${files.length} files.`)
      return {
        ok: report.ok && readAll,
        looked: `${report.number_of_files} files, ${report.diagnostics.length} findings`,
        output: lines.join('\n'),
      }
    },
  }
}
