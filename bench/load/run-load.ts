import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Driven } from './drive-lanes.ts'
import type { LoadMessage, LoadPlan } from './load-process.ts'
import { type ProcessorTime, processorTime } from '../process-costs.ts'
import { percentile } from '../statistics.ts'

export type Measured = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly count: number
  /** All answers, also those of the warm-up: so many effects must be found afterwards. */
  readonly answered: number
  /** Milliseconds of processor time per answer; null where the system does not tell. */
  readonly programCpu: number | null
  readonly databaseCpu: number | null
  readonly loadCpu: number
}

export type Watched = { readonly programPid: number; readonly postmasterPid: number }

/** A process that generates load; one per kind, kept for the whole bench so that it is warm. */
export class LoadGenerator {
  readonly #child: ChildProcess

  constructor() {
    this.#child = fork(path.join(import.meta.dirname, 'load-process.ts'), {
      serialization: 'advanced',
    })
  }

  async run(plan: LoadPlan, watched: Watched): Promise<Measured> {
    const times: (ProcessorTime | null)[] = []
    const read = (): void =>
      void times.push(processorTime(watched.programPid, watched.postmasterPid))
    const driven = await new Promise<Driven>((resolve, reject) => {
      const child = this.#child
      const settle = (act: () => void): void => {
        child.off('message', hear)
        child.off('exit', gone)
        act()
      }
      const hear = (message: LoadMessage): void => {
        if (message.at === 'done') settle(() => resolve(message.driven))
        else if (message.at === 'failed') settle(() => reject(new Error(message.reason)))
        else read()
      }
      const gone = (code: number | null): void =>
        settle(() => reject(new Error(`the load generator ended (${code})`)))
      child.on('message', hear)
      child.once('exit', gone)
      child.send(plan)
    })
    return measured(driven, times[0] ?? null, times[1] ?? null)
  }

  stop(): void {
    if (this.#child.connected) this.#child.disconnect()
  }
}

function measured(
  driven: Driven,
  before: ProcessorTime | null,
  after: ProcessorTime | null,
): Measured {
  const { latenciesMs, measuredMs, answered, ownProcessorMs } = driven
  const count = latenciesMs.length
  const each = (of: 'programMs' | 'databaseMs'): number | null =>
    before === null || after === null ? null : (after[of] - before[of]) / count
  return {
    perSecond: (count / measuredMs) * 1000,
    p50: percentile(latenciesMs, 0.5),
    p95: percentile(latenciesMs, 0.95),
    p99: percentile(latenciesMs, 0.99),
    count,
    answered,
    programCpu: each('programMs'),
    databaseCpu: each('databaseMs'),
    loadCpu: ownProcessorMs / count,
  }
}
