import type { UnmetGate } from '@yinuo/domain'
import { PROBLEMS, type Problem, type UnmetView } from '@yinuo/contract'

/** A known way for a request to end badly; becomes the `problem` shape of the contract. Nothing was changed. */
export class ProblemError extends Error {
  readonly error: Problem['error']
  readonly details: Partial<Problem>
  constructor(error: Problem['error'], details: Partial<Problem> = {}) {
    super(details.message ?? PROBLEMS[error].message)
    this.error = error
    this.details = details
  }
}

export const notFound = (): ProblemError => new ProblemError('not-found')

/** A refusal ready to show; the raw gates go to the refusal table. */
export class RefusedError extends ProblemError {
  readonly gates: readonly UnmetGate[]
  constructor(gates: readonly UnmetGate[], unmet: UnmetView[]) {
    super('refused', { unmet, message: unmet.map((gate) => gate.text).join('') })
    this.gates = gates
  }
}
