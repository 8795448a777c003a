import { performance } from 'node:perf_hooks'

/** One connection: sends its next request and resolves when the answer is complete. */
export type Lane = () => Promise<void>

export type Span = { readonly warmUpMs: number; readonly measureMs: number }

export type Driven = {
  /** Of every answer that came within the measured time. */
  readonly latenciesMs: Float64Array
  readonly measuredMs: number
  /** All answers, of the warm-up too. */
  readonly answered: number
  /** Processor time of this process within the measured time. */
  readonly ownProcessorMs: number
}

/**
 * Closed loop: each lane sends as soon as its last answer is there, so the number of lanes is the number of requests under
 * way. `mark` is called when measuring begins and when it ends.
 */
export async function driveLanes(
  lanes: readonly Lane[],
  { warmUpMs, measureMs }: Span,
  mark: (moment: 'begin' | 'end') => void,
): Promise<Driven> {
  const from = performance.now() + warmUpMs
  const until = from + measureMs
  const latencies: number[] = []
  let answered = 0
  let ownProcessorMs = 0
  const marks = markSpan(warmUpMs, measureMs, mark)
  try {
    await Promise.all(
      lanes.map(async (lane) => {
        for (let sent = performance.now(); sent < until;) {
          await lane()
          const done = performance.now()
          answered += 1
          if (done >= from && done < until) latencies.push(done - sent)
          sent = done
        }
      }),
    )
    // The last answer may come before the timer: without its mark there is no processor time.
    ownProcessorMs = await marks.ended
  } finally {
    marks.cancel()
  }
  return {
    latenciesMs: Float64Array.from(latencies),
    measuredMs: measureMs,
    answered,
    ownProcessorMs,
  }
}

/** Tells when measuring begins and ends; `ended` resolves to this process's processor time in between. */
function markSpan(warmUpMs: number, measureMs: number, mark: (moment: 'begin' | 'end') => void) {
  let cpu = process.cpuUsage()
  let finish: (ownProcessorMs: number) => void = () => {}
  const ended = new Promise<number>((resolve) => (finish = resolve))
  const begin = setTimeout(() => {
    cpu = process.cpuUsage()
    mark('begin')
  }, warmUpMs)
  const end = setTimeout(() => {
    mark('end')
    const { user, system } = process.cpuUsage(cpu)
    finish((user + system) / 1000)
  }, warmUpMs + measureMs)
  return {
    ended,
    cancel: () => {
      clearTimeout(begin)
      clearTimeout(end)
    },
  }
}
