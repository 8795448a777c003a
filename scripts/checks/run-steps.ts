/** What a step found. `looked` says in words what it read, so that a step that read nothing cannot pass unnoticed. */
export type StepResult = { readonly ok: boolean; readonly looked: string; readonly output: string }

export type Step = { readonly name: string; readonly run: () => Promise<StepResult> }

export type StepReport = StepResult & { readonly name: string; readonly seconds: number }

/**
 * Runs the steps in their order, at most `atOnce` side by side, and prints one line per step as it ends; the full
 * output only of a step that failed. A step that throws has failed.
 */
export async function runSteps(
  steps: readonly Step[],
  atOnce: number,
  print: (line: string) => void = console.log,
): Promise<StepReport[]> {
  const waiting = [...steps]
  const reports: StepReport[] = []
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const report = await timed(step)
      reports.push(report)
      print(stepLine(report))
      if (!report.ok && report.output.trim()) print(indent(report.output))
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, steps.length) }, work))
  return steps.flatMap((step) => reports.filter((report) => report.name === step.name))
}

async function timed(step: Step): Promise<StepReport> {
  const start = performance.now()
  const result = await step.run().catch((error: unknown): StepResult => ({
    ok: false,
    looked: 'broke off',
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }))
  return { ...result, name: step.name, seconds: (performance.now() - start) / 1000 }
}

export function stepLine({ ok, name, seconds, looked }: StepReport): string {
  return `${ok ? '✓' : '✗'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${looked}`
}

function indent(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}
