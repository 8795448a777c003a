import type { UnmetGate } from '../kernel/refusal.ts'
import type { Playbook, Trigger } from '../playbook/playbook.ts'
import type { CaseCommand, CommandOf } from './command.ts'
import type { Context } from './context.ts'
import type { ComplaintEvent } from './event.ts'
import type { Happening } from './gates.ts'
import type { ComplaintState } from './state.ts'

/**
 * One thing that can be done to a complaint. `standing` asks what depends on the case and the actor alone; the view shows
 * it and `decide` asks it again, so what may be done and what is accepted cannot differ. `given` asks what depends on the
 * input. Both are the floor; the playbook's gates come on top through `triggers`.
 */
export type ActionSpec<Type extends CaseCommand['type']> = {
  readonly type: Type
  standing(state: ComplaintState, context: Context, target: string): readonly UnmetGate[]
  given?(state: ComplaintState, command: CommandOf<Type>, context: Context): readonly UnmetGate[]
  /** Asked of the case as it stands by the view, and as the input would leave it by `decide`. */
  triggers?(state: ComplaintState, target: string, context: Context): readonly Trigger[]
  /** What the action is aimed at where there are several: a step, a task. */
  targets?(state: ComplaintState, context: Context): readonly string[]
  targetOf?(command: CommandOf<Type>): string
  /** Gates on the input itself: asked of the case as `preview` shows it, with the input already in place. */
  inputTriggers?(state: ComplaintState, command: CommandOf<Type>): readonly Happening[]
  preview?(state: ComplaintState, command: CommandOf<Type>, context: Context): ComplaintState
  /** Words meant for the customer; none of the playbook's forbidden ones may stand in them (SPK-01). */
  spoken?(command: CommandOf<Type>, playbook: Playbook): readonly string[]
  events(
    state: ComplaintState,
    command: CommandOf<Type>,
    context: Context,
  ): readonly ComplaintEvent[]
}

/** Keeps the command's type bound to its spec. */
export function action<Type extends CaseCommand['type']>(spec: ActionSpec<Type>): ActionSpec<Type> {
  return spec
}
