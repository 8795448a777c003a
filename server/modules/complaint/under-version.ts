import type { Problem } from '@yinuo/contract'
import { isRefusal, type Refusal } from '@yinuo/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Wanted } from './run-case-command.ts'

/**
 * SYS-08: what is written as a whole (a form, the plan) is written under the version its writer saw; otherwise a conflict with
 * what stands. A refusal says more and comes first.
 */
export function underVersion(
  result: Refusal | Wanted,
  expected: number,
  current: NonNullable<Problem['current']>,
): Refusal | Wanted {
  if (isRefusal(result) || current.version === expected) return result
  throw new ProblemError('conflict', { current })
}
