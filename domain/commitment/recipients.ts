import type { DateText, UserId } from '../kernel/ids.ts'
import { peopleWith, type People } from '../people/person.ts'
import { superiorIdOf } from '../people/superior.ts'
import type { LadderTarget, Playbook } from '../playbook/playbook.ts'
import type { Commitment } from './commitment.ts'

/**
 * The people a stage tells, and today's stand-ins of each; never nobody: a stage without targets tells the owner, in place of an owner who has left his
 * superior is told, and where a target is empty the leaders and then the administrators.
 */
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
  const above = (ids: readonly UserId[]): readonly UserId[] =>
    ids.flatMap((id) => {
      const superior = superiorIdOf(id, people, playbook, today)
      return superior === undefined ? [] : [superior]
    })
  const { owner } = commitment
  const owners = owner === null ? fallback : [owner]
  const superiors = orElse(above(owners), fallback)
  const present = owner === null || people.get(owner)?.active === true ? owners : superiors
  const told = (targets.length === 0 ? ['owner' as const] : targets).flatMap(
    (target): readonly UserId[] => {
      switch (target) {
        case 'owner':
          return present
        case 'superior':
          return superiors
        case 'superior-of-superior':
          return orElse(above(superiors), superiors)
        case 'leaders':
          return fallback
      }
    },
  )
  return [...new Set(told.flatMap((id) => [id, ...standInsOf(id, people, today)]))]
}

function standInsOf(absent: UserId, people: People, today: DateText): readonly UserId[] {
  return [...people.values()]
    .filter((person) => person.active)
    .filter((person) =>
      person.standsInFor.some(
        (range) => range.absent === absent && range.from <= today && today <= range.until,
      ),
    )
    .map((person) => person.id)
}

function orElse(ids: readonly UserId[], fallback: readonly UserId[]): readonly UserId[] {
  return ids.length > 0 ? ids : fallback
}
