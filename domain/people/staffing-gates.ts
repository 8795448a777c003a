import type { DateText, UserId } from '../kernel/ids.ts'
import { must, type UnmetGate } from '../kernel/refusal.ts'
import type { Playbook } from '../playbook/playbook.ts'
import { type HeldPost, type Person, postsWith } from './person.ts'
import { grantGates, type LookedAt, type Qualification } from './qualification.ts'

type Playbooks = ReadonlyMap<string, Playbook>
type Staff = ReadonlyMap<UserId, Person>

/** Superiors form a tree: walking up from the new superior must not lead back to the person (architecture §4). */
export function superiorGates(
  person: Person,
  reportsTo: UserId | null,
  staff: Staff,
): readonly UnmetGate[] {
  const above: Person[] = []
  for (let next = reportsTo; next !== null;) {
    const one: Person | undefined = staff.get(next)
    if (one === undefined || above.includes(one)) return []
    above.push(one)
    if (one.id === person.id) {
      const names = [person, ...above].map(({ name }) => name).join(' → ')
      return [must('SYS-15', { code: 'superior-circle', field: 'reportsTo', detail: names })]
    }
    next = one.reportsTo
  }
  return []
}

/**
 * Somebody else in office, for an ordered range of days (SYS-15). Standing in lends the posts, so whoever is lent a qualified
 * post must be qualified himself: otherwise a deputyship would be the way around STF-01.
 */
export function deputyGates(
  absent: Person,
  deputy: { readonly person: Person; readonly qualification: Qualification },
  days: { readonly from: DateText; readonly until: DateText },
  playbooks: Playbooks,
  on: LookedAt,
): readonly UnmetGate[] {
  const inOffice = deputy.person.id !== absent.id && deputy.person.active
  return [
    ...(inOffice ? [] : [must('SYS-15', { code: 'deputy-in-office', field: 'deputy' })]),
    ...(days.from <= days.until ? [] : [must('SYS-15', { code: 'date-order', field: 'until' })]),
    ...lendingGates(absent.posts, deputy, playbooks, on),
  ]
}

/** What is missing before these posts may be lent to a deputy who does not hold them himself (STF-01). */
export function lendingGates(
  posts: readonly HeldPost[],
  deputy: { readonly person: Person; readonly qualification: Qualification },
  playbooks: Playbooks,
  on: LookedAt,
): readonly UnmetGate[] {
  return posts
    .filter((held) => !deputy.person.posts.some((own) => isSamePost(own, held)))
    .flatMap(({ playbook, post }) => {
      const policy = playbooks.get(playbook)
      return policy === undefined ? [] : grantGates(post, deputy.qualification, policy, on)
    })
}

/** Who leaves office, or gives up posts, leaves no complaint without somebody who can carry it (CMP-08). */
export function openComplaintGates(
  person: Person,
  numbers: readonly string[],
  playbook: Playbook,
): readonly UnmetGate[] {
  if (numbers.length === 0) return []
  return [
    must('CMP-08', { code: 'complaints-handed-over', detail: numbers.join('、') }, [
      { user: person.id },
      ...postsWith('approve', playbook),
    ]),
  ]
}

/** Without an administrator nobody could ever name one again (SYS-01). Lent posts do not count: they end. */
export function lastAdministratorGates(
  person: Person,
  postsAfter: readonly HeldPost[],
  staff: Staff,
  playbooks: Playbooks,
): readonly UnmetGate[] {
  const administers = (posts: readonly HeldPost[]): boolean =>
    posts.some(({ playbook, post }) =>
      playbooks.get(playbook)?.posts[post]?.duties.includes('administer'),
    )
  if (!person.active || !administers(person.posts) || administers(postsAfter)) return []
  const another = [...staff.values()].some(
    (one) => one.id !== person.id && one.active && administers(one.posts),
  )
  return another ? [] : [must('SYS-01', { code: 'administrator-left' })]
}

/** Nobody excuses himself (SYS-15). */
export function waiverGates(
  person: UserId,
  leader: UserId,
  playbook: Playbook,
): readonly UnmetGate[] {
  return person === leader
    ? [must('SYS-15', { code: 'other-person' }, postsWith('waive-qualification', playbook))]
    : []
}

export function isSamePost(a: HeldPost, b: HeldPost): boolean {
  return a.playbook === b.playbook && a.post === b.post
}
