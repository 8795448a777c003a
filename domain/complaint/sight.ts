import type { UserId } from '../kernel/ids.ts'
import { widestSight } from '../people/person.ts'
import { today, type Context } from './context.ts'
import type { ComplaintState } from './state.ts'

/** Everybody who has had a hand in the case; posts with sight `involved` see it. */
export function involved(state: ComplaintState): ReadonlySet<UserId> {
  const people = [
    state.recorder,
    state.owner,
    state.pendingHandover?.to,
    ...(state.plan?.authors ?? []),
    state.plan?.decidedBy,
    state.agreement?.scan?.filedBy,
    state.agreement?.confirmedBy,
    state.proposal?.by,
    ...Object.values(state.records).flatMap((entries) =>
      entries.flatMap((entry) => [entry.by, askedColleague(entry.values)]),
    ),
  ]
  return new Set(people.filter((id): id is UserId => typeof id === 'string' && id !== ''))
}

function askedColleague(values: Readonly<Record<string, unknown>>): UserId | undefined {
  const colleague = values['colleague']
  return typeof colleague === 'string' ? colleague : undefined
}

/** What one may not see does not exist (404). A pending confirmation of a scan opens the case to those who can confirm. */
export function canSee(state: ComplaintState, context: Context): boolean {
  const sight = widestSight(context.actor, context.people, context.playbook, today(context))
  if (sight === 'organisation') return true
  if (involved(state).has(context.actor.id)) return true
  return sight === 'site' && state.siteId === context.actor.siteId
}
