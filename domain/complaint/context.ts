import type { InstantText, UserId } from '../kernel/ids.ts'
import { civilDate } from '../kernel/instant.ts'
import { must, type UnmetGate } from '../kernel/refusal.ts'
import { hasDuty, postFor, postsWith, type People, type Person } from '../people/person.ts'
import type { Duty, Playbook } from '../playbook/playbook.ts'
import type { ComplaintEvent } from './event.ts'
import type { ComplaintState } from './state.ts'

/** Everything a decision may depend on beside the case itself. */
export type Context = {
  readonly actor: Person
  readonly people: People
  readonly playbook: Playbook
  /** Business time. */
  readonly now: InstantText
  /** The organisation's time zone, e.g. Asia/Shanghai. */
  readonly zone: string
  /** What is still promised on the case and not yet kept, in words; promises are streams of their own. */
  readonly openPromises: readonly string[]
}

/** An event with when and by whom; what `evolve` folds and the log keeps. `by` is null where the program itself acted. */
export type Recorded<Event> = Event & { readonly at: InstantText; readonly by: UserId | null }
export type RecordedEvent = Recorded<ComplaintEvent>

/** A context is asked the same many times while one command is judged; a command has its own. */
const todays = new WeakMap<Context, string>()
const permissions = new WeakMap<Context, Map<Duty, boolean>>()

export function today(context: Context): string {
  const known = todays.get(context)
  if (known !== undefined) return known
  const day = civilDate(context.now, context.zone)
  todays.set(context, day)
  return day
}

export function may(duty: Duty, context: Context): boolean {
  const asked = permissions.get(context) ?? new Map<Duty, boolean>()
  permissions.set(context, asked)
  const known = asked.get(duty)
  if (known !== undefined) return known
  const answer = hasDuty(context.actor, duty, context.people, context.playbook, today(context))
  asked.set(duty, answer)
  return answer
}

/** The post under which the actor does what the duty allows. */
export function actingPost(duty: Duty, context: Context): string {
  return postFor(context.actor, duty, context.people, context.playbook, today(context))
}

/** The actor's posts must grant the duty; otherwise the posts that do are named (ROLE-22). */
export function permission(duty: Duty, context: Context): readonly UnmetGate[] {
  return may(duty, context)
    ? []
    : [must('ROLE-22', { code: 'post' }, postsWith(duty, context.playbook))]
}

/**
 * SYS-15: who decides had no hand in it, and does not decide in the name of one who had: what a deputy may do for its author
 * the author would be doing himself.
 */
export function deciding(
  duty: Duty,
  authors: readonly UserId[],
  context: Context,
): readonly UnmetGate[] {
  const { actor, people, playbook } = context
  const standsInFor = actor.standsInFor.filter(({ absent }) => !authors.includes(absent))
  const byHimself = hasDuty({ ...actor, standsInFor }, duty, people, playbook, today(context))
  const own = authors.includes(actor.id) || (may(duty, context) && !byHimself)
  return [
    ...permission(duty, context),
    ...(own ? [must('SYS-15', { code: 'not-own' }, postsWith(duty, playbook))] : []),
  ]
}

/** Handling belongs to the present owner alone; another one first takes the case over (CMP-08). */
export function ownership(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return state.owner === context.actor.id
    ? []
    : [must('CMP-08', { code: 'owner' }, [{ user: state.owner }])]
}

export function notClosed(state: ComplaintState): readonly UnmetGate[] {
  return state.closedAt === null ? [] : [must('SYS-28', { code: 'not-closed' })]
}

/** What handling a case always asks: it is open, the post handles complaints, and the case is one's own. */
export function handling(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return [...notClosed(state), ...permission('handle', context), ...ownership(state, context)]
}

export function inStep(
  state: ComplaintState,
  steps: readonly string[],
  context: Context,
): readonly UnmetGate[] {
  if (steps.includes(state.step)) return []
  const labels = steps.map(
    (key) => context.playbook.steps.find((step) => step.key === key)?.label ?? key,
  )
  return [must('PBK-03', { code: 'step', detail: labels.join('、') }, [{ user: state.owner }])]
}
