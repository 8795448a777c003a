import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { civilDate, type Sight, SIGHTS, widestSight } from '@yinuo/domain'
import type { Database } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'

export type CaseQuery = SelectQueryBuilder<Database, 'complaint', object>

/** What of the list a person sees: his posts' widest sight (architecture §4). */
export function sightOf(principal: Principal): Sight {
  const today = civilDate(principal.now, principal.directory.zone)
  const sights = [...principal.directory.playbooks.values()].map((playbook) =>
    widestSight(principal.actor, principal.directory.people, playbook, today),
  )
  return sights.reduce(
    (widest, one) => (SIGHTS.indexOf(one) > SIGHTS.indexOf(widest) ? one : widest),
    'tasks',
  )
}

/** The cases a person may see at all, open and closed. */
export function visible(db: Kysely<Database>, principal: Principal): CaseQuery {
  return inSight(db, principal, 'ever')
}

/** The open cases a person may see: what he has a hand in is put together first, however few or many that are. */
export function visibleOpen(db: Kysely<Database>, principal: Principal): CaseQuery {
  return inSight(db, principal, 'open').where('closed_at', 'is', null)
}

/** Every case of the organisation; who may see it is asked otherwise. */
export function allOf(db: Kysely<Database>, principal: Principal): CaseQuery {
  return db.selectFrom('complaint').where('complaint.org_id', '=', principal.orgId) as CaseQuery
}

function inSight(db: Kysely<Database>, principal: Principal, when: 'open' | 'ever'): CaseQuery {
  const query = allOf(db, principal)
  const sight = sightOf(principal)
  if (sight === 'organisation') return query
  const own =
    when === 'open'
      ? sql<boolean>`complaint_id = any(array(${handInOpen(principal)}))`
      : handInEver(principal)
  return query.where((eb) =>
    sight === 'site' ? eb.or([own, eb('site_id', '=', principal.actor.siteId)]) : own,
  )
}

/**
 * The ids of the open cases a person has a hand in, each way by its own index. Those he was only involved in are looked up by
 * their ids: joined, the planner reads everything that is open.
 */
function handInOpen({ orgId, actor }: Principal): RawBuilder<unknown> {
  const by = (column: 'recorder_id' | 'owner_id' | 'handover_to') =>
    sql`select complaint_id from complaint
      where org_id = ${orgId} and ${sql.ref(column)} = ${actor.id} and closed_at is null`
  return sql`${by('recorder_id')} union ${by('owner_id')} union ${by('handover_to')} union
    select complaint_id from complaint where org_id = ${orgId} and closed_at is null and complaint_id = any(array(
      select i.complaint_id from complaint_involved i where i.org_id = ${orgId} and i.user_id = ${actor.id}))`
}

/**
 * The ids of what a person has ever had a hand in, or of what of it is closed. It grows for ever, so its reader stops somewhere:
 * the ways are disjoint, and a later one is not begun when an earlier one has given enough.
 */
export function handInForEver(
  { orgId, actor }: Principal,
  part: 'closed' | 'ever',
): RawBuilder<unknown> {
  const me = actor.id
  const closed = sql`closed_at is not null`
  const inPart = part === 'closed' ? closed : sql`true`
  const cases = (which: RawBuilder<unknown>) =>
    sql`select complaint_id from complaint where org_id = ${orgId} and ${which}`
  const owned = sql`${cases(sql`owner_id = ${me} and ${closed}`)}
    ${part === 'closed' ? sql`` : sql`union all ${cases(sql`owner_id = ${me} and closed_at is null`)}`}`
  const others = sql`owner_id <> ${me}`
  const handed = sql`handover_to = ${me} and closed_at is null and recorder_id <> ${me} and ${others}`
  // Looked up one by one: for a thousand of a hundred thousand the planner would rather read them all.
  return sql`${owned}
    union all ${cases(sql`recorder_id = ${me} and ${others} and ${inPart}`)}
    union all ${cases(part === 'closed' ? sql`false` : handed)}
    union all select i.complaint_id from complaint_involved i cross join lateral (
      select from complaint c where c.org_id = ${orgId} and c.complaint_id = i.complaint_id and ${inPart}
        and ${others} and c.recorder_id <> ${me} and c.handover_to is distinct from ${me} offset 0) looked_up
      where i.org_id = ${orgId} and i.user_id = ${me}`
}

function handInEver({ orgId, actor }: Principal): RawBuilder<boolean> {
  const me = actor.id
  // An array first, not a sub-query inside the OR: so each arm can use its index.
  return sql<boolean>`(recorder_id = ${me} or (handover_to = ${me} and closed_at is null)
    or (owner_id = ${me} and closed_at is null) or (owner_id = ${me} and closed_at is not null)
    or complaint_id = any(array(
      select i.complaint_id from complaint_involved i where i.org_id = ${orgId} and i.user_id = ${me})))`
}
