import type { UserId } from '../kernel/ids.ts'
import { peopleWith, postKeys } from '../people/person.ts'
import { today, type Context } from './context.ts'
import type { ComplaintEvent } from './event.ts'
import type { ComplaintState } from './state.ts'

export type NoticeIntent = { readonly to: UserId; readonly kind: string; readonly detail: string }

/** Who has to know what just happened; never the person who did it. */
export function noticesFor(
  event: ComplaintEvent,
  state: ComplaintState,
  context: Context,
): readonly NoticeIntent[] {
  return intents(event, state, context).filter((notice) => notice.to !== context.actor.id)
}

function intents(
  event: ComplaintEvent,
  state: ComplaintState,
  context: Context,
): readonly NoticeIntent[] {
  const to = (ids: readonly UserId[], detail = ''): readonly NoticeIntent[] =>
    ids.map((id) => ({ to: id, kind: event.type, detail }))
  const leaders = (): readonly UserId[] =>
    peopleWith('approve', context.people, context.playbook, today(context)).map(
      (person) => person.id,
    )
  switch (event.type) {
    case 'handed-over':
      return to([event.data.to])
    case 'acknowledged':
      return to([state.recorder])
    case 'plan-submitted':
    case 'ending-proposed':
      return to(leaders())
    case 'plan-approved':
    case 'plan-returned':
    case 'plan-rejected':
      return to(state.plan === null ? [] : [state.plan.author], event.data.remarks)
    case 'ending-decided':
      return to(state.proposal === null ? [] : [state.proposal.by], event.data.remarks)
    case 'plan-revised':
      return to(state.plan?.decidedBy == null ? [] : [state.plan.decidedBy], event.data.reason)
    case 'agreement-accepted':
      return to([state.owner], event.data.signer)
    case 'agreement-declined':
      return to([state.owner], event.data.objections)
    case 'scan-filed':
      return to([...new Set([state.recorder, ...leaders()])])
    case 'tasks-created':
      return event.data.tasks.flatMap((task) => to(holders(task.post, context), task.label))
    case 'record-added':
      return to(
        deciders(event.data.kind, context),
        context.playbook.records[event.data.kind]?.label ?? '',
      )
    case 'record-decided':
      return to(askers(event.data.kind, event.data.entry, state), event.data.remarks)
    case 'advised':
      return event.data.notify.flatMap((post) => to(holders(post, context), event.data.says))
    case 'task-added':
      return to(holders(event.data.post, context), event.data.label)
    case 'reopened':
      return to([state.owner], event.data.reason)
    case 'task-completed':
    case 'chased':
    case 'report-merged':
      return to([state.owner])
    default:
      return []
  }
}

/** Who answers records of a kind; nobody where no answer is asked for. */
function deciders(kind: string, context: Context): readonly UserId[] {
  const duty = context.playbook.records[kind]?.decidedBy
  if (duty === undefined) return []
  return peopleWith(duty, context.people, context.playbook, today(context)).map(({ id }) => id)
}

function askers(kind: string, entry: number, state: ComplaintState): readonly UserId[] {
  const asked = state.records[kind]?.[entry]
  return asked === undefined ? [] : [asked.by]
}

function holders(post: string, context: Context): readonly UserId[] {
  const day = today(context)
  return [...context.people.values()]
    .filter((person) => postKeys(person, context.people, context.playbook, day).includes(post))
    .map((person) => person.id)
}
