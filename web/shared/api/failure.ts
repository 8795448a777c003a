import type { Problem, UnmetView } from '@yinuo/contract'

/** Anything the API can answer but success. `problem.message` is a sentence for the user, `reference` finds it in the log. */
export class ApiFailure extends Error {
  override readonly name: string = 'ApiFailure'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Gates that are not met; nothing was changed (SYS-20). Show with `RefusalNote`. */
export class Refused extends ApiFailure {
  override readonly name = 'Refused'

  get unmet(): readonly UnmetView[] {
    return this.problem.unmet ?? []
  }
}

/** Input that cannot be read; `fields` say where and what. */
export class Invalid extends ApiFailure {
  override readonly name = 'Invalid'

  get fields(): NonNullable<Problem['fields']> {
    return this.problem.fields ?? []
  }
}

/** Somebody else saved first; `problem.current` is what stands on the server. Nothing was overwritten (SYS-08). */
export class Conflict extends ApiFailure {
  override readonly name = 'Conflict'
}

/** The session is over and the user did not log in again. */
export class LoggedOut extends ApiFailure {
  override readonly name = 'LoggedOut'
}

/** No answer from the server. Whether the action took effect is unknown, so a repetition must carry the same key. */
export class Offline extends Error {
  override readonly name = 'Offline'
}

export function failureOf(problem: Problem): ApiFailure {
  switch (problem.error) {
    case 'refused':
      return new Refused(problem)
    case 'invalid':
      return new Invalid(problem)
    case 'conflict':
      return new Conflict(problem)
    case 'unauthenticated':
      return new LoggedOut(problem)
    default:
      return new ApiFailure(problem)
  }
}
