import type { DateText, SiteId, UserId } from '../kernel/ids.ts'
import type { WhoMay } from '../kernel/refusal.ts'
import type { Duty, Playbook, Sight } from '../playbook/playbook.ts'
import { SIGHTS } from '../playbook/playbook.ts'

export type HeldPost = { readonly playbook: string; readonly post: string }

/** One day range, both ends included, in which a person stands in for another (SYS-15). */
export type StandIn = { readonly absent: UserId; readonly from: DateText; readonly until: DateText }

export type Person = {
  readonly id: UserId
  readonly name: string
  readonly siteId: SiteId
  readonly reportsTo: UserId | null
  readonly active: boolean
  readonly posts: readonly HeldPost[]
  readonly standsInFor: readonly StandIn[]
  /** Items of the qualification record that he fulfils himself, not excused (STF-08). */
  readonly fulfils: readonly string[]
}

export type People = ReadonlyMap<UserId, Person>

/** The posts one acts with on a day: one's own and those of the people one stands in for. */
export function effectivePosts(
  person: Person,
  people: People,
  today: DateText,
): readonly HeldPost[] {
  if (!person.active) return []
  const lent = person.standsInFor
    .filter((standIn) => standIn.from <= today && today <= standIn.until)
    .flatMap((standIn) => people.get(standIn.absent)?.posts ?? [])
  return [...person.posts, ...lent]
}

export function postKeys(
  person: Person,
  people: People,
  playbook: Playbook,
  today: DateText,
): readonly string[] {
  return effectivePosts(person, people, today)
    .filter((held) => held.playbook === playbook.code)
    .map((held) => held.post)
}

export function hasDuty(
  person: Person,
  duty: Duty,
  people: People,
  playbook: Playbook,
  today: DateText,
): boolean {
  return postKeys(person, people, playbook, today).some((key) =>
    playbook.posts[key]?.duties.includes(duty),
  )
}

/** The first post that grants a duty: under it a signature or decision is recorded. */
export function postFor(
  person: Person,
  duty: Duty,
  people: People,
  playbook: Playbook,
  today: DateText,
): string {
  return (
    postKeys(person, people, playbook, today).find((key) =>
      playbook.posts[key]?.duties.includes(duty),
    ) ?? ''
  )
}

/** The posts that may do what the actor may not; every permission refusal names them (ROLE-22). */
export function postsWith(duty: Duty, playbook: Playbook): readonly WhoMay[] {
  return Object.entries(playbook.posts)
    .filter(([, post]) => post.duties.includes(duty))
    .map(([post]) => ({ post }))
}

/** Everybody active who holds a duty today, stand-ins included. */
export function peopleWith(
  duty: Duty,
  people: People,
  playbook: Playbook,
  today: DateText,
): readonly Person[] {
  return [...people.values()].filter((person) => hasDuty(person, duty, people, playbook, today))
}

export function widestSight(
  person: Person,
  people: People,
  playbook: Playbook,
  today: DateText,
): Sight {
  const held = postKeys(person, people, playbook, today).map((key) =>
    SIGHTS.indexOf(playbook.posts[key]?.sight ?? 'tasks'),
  )
  return SIGHTS[Math.max(0, ...held)] ?? 'tasks'
}
