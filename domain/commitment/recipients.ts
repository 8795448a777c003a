import type { DateText, UserId } from '../kernel/ids.ts'
import { peopleWith, type People } from '../people/person.ts'
import { superiorIdOf } from '../people/superior.ts'
import type { LadderTarget, Playbook } from '../playbook/playbook.ts'
import type { Commitment } from './commitment.ts'

/** The people a stage tells; never nobody: where a target is empty the leaders and then the administrators are told. */
export function recipients(
  commitment: Commitment,
  targets: readonly LadderTarget[],
  people: People,
  playbook: Playbook,
  today: DateText,
): readonly UserId[] {
  const leaders = peopleWith('approve', people, playbook, today).map((person) => person.id)
  const fallback =
    leaders.length > 0
      ? leaders
      : peopleWith('administer', people, playbook, today).map((person) => person.id)
  const owners = commitment.owner === null ? fallback : [commitment.owner]
  const above = (ids: readonly UserId[]): readonly UserId[] =>
    ids.flatMap((id) => {
      const superior = superiorIdOf(id, people, playbook, today)
      return superior === undefined ? [] : [superior]
    })
  const told = targets.flatMap((target): readonly UserId[] => {
    if (target === 'owner') return owners
    if (target === 'leaders') return fallback
    const superiors = above(owners)
    return target === 'superior'
      ? orElse(superiors, fallback)
      : orElse(above(superiors), orElse(superiors, fallback))
  })
  return [...new Set(told)]
}

function orElse(ids: readonly UserId[], fallback: readonly UserId[]): readonly UserId[] {
  return ids.length > 0 ? ids : fallback
}
