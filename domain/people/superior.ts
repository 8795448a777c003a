import type { DateText, UserId } from '../kernel/ids.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { hasDuty, postKeys, type People, type Person } from './person.ts'

/**
 * Who is above a person: `reportsTo`, else the next higher post at the same site, else an administrator (architecture §4).
 * Somebody away is replaced by who stands in for him. `undefined` only where the person is the top himself.
 */
export function superiorOf(
  person: Person,
  people: People,
  playbook: Playbook,
  today: DateText,
): Person | undefined {
  const named = person.reportsTo === null ? undefined : people.get(person.reportsTo)
  const above =
    named?.active === true && named.id !== person.id
      ? named
      : (nextInLadder(person, people, playbook, today) ??
        administrator(person, people, playbook, today))
  return above === undefined ? undefined : standInOf(above, person, people, today)
}

/** Never the person himself: a miss of his would be told to nobody but him. */
function standInOf(above: Person, person: Person, people: People, today: DateText): Person {
  const standIn = [...people.values()].find(
    (one) =>
      one.active &&
      one.id !== person.id &&
      one.standsInFor.some(
        (range) => range.absent === above.id && range.from <= today && today <= range.until,
      ),
  )
  return standIn ?? above
}

function level(person: Person, people: People, playbook: Playbook, today: DateText): number {
  return Math.max(
    0,
    ...postKeys(person, people, playbook, today).map((key) => playbook.posts[key]?.level ?? 0),
  )
}

function nextInLadder(
  person: Person,
  people: People,
  playbook: Playbook,
  today: DateText,
): Person | undefined {
  const own = level(person, people, playbook, today)
  return [...people.values()]
    .filter(
      (one) =>
        one.active &&
        one.id !== person.id &&
        one.siteId === person.siteId &&
        !hasDuty(one, 'administer', people, playbook, today),
    )
    .map((one) => ({ one, height: level(one, people, playbook, today) }))
    .filter(({ height }) => height > own)
    .sort((a, b) => a.height - b.height || (a.one.id < b.one.id ? -1 : 1))[0]?.one
}

function administrator(
  person: Person,
  people: People,
  playbook: Playbook,
  today: DateText,
): Person | undefined {
  return [...people.values()].find(
    (one) => one.id !== person.id && hasDuty(one, 'administer', people, playbook, today),
  )
}

export function superiorIdOf(
  id: UserId,
  people: People,
  playbook: Playbook,
  today: DateText,
): UserId | undefined {
  const person = people.get(id)
  return person === undefined ? undefined : superiorOf(person, people, playbook, today)?.id
}
