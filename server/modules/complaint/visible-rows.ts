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

function inSight(db: Kysely<Database>, principal: Principal, when: 'open' | 'ever'): CaseQuery {
  const query = db.selectFrom('complaint').where('complaint.org_id', '=', principal.orgId)
  const sight = sightOf(principal)
  if (sight === 'organisation') return query as CaseQuery
  const own =
    when === 'open'
      ? sql<boolean>`complaint_id = any(array(${handIn(principal, 'open')}))`
      : handInEver(principal)
  return query.where((eb) =>
    sight === 'site' ? eb.or([own, eb('site_id', '=', principal.actor.siteId)]) : own,
  ) as CaseQuery
}

/**
 * The ids of what a person has a hand in, each way by its own index; of what grows for ever at most `limit` each way. What is
 * closed is looked up one by one: for a thousand of a hundred thousand the planner would rather read them all.
 */
export function handIn(
  { orgId, actor }: Principal,
  part: 'open' | 'closed' | 'ever',
  limit?: number,
): RawBuilder<unknown> {
  const end = limit === undefined ? sql`` : sql`limit ${limit}`
  const by = (column: 'recorder_id' | 'owner_id' | 'handover_to', state: RawBuilder<unknown>) =>
    sql`(select complaint_id from complaint
      where org_id = ${orgId} and ${sql.ref(column)} = ${actor.id} and ${state} ${end})`
  const involvedIn = (of: RawBuilder<unknown>) =>
    sql`(select i.complaint_id from complaint_involved i ${of}
      where i.org_id = ${orgId} and i.user_id = ${actor.id} ${end})`
  const open = sql`closed_at is null`
  const closed = sql`closed_at is not null`
  const arms = {
    open: [
      by('recorder_id', open),
      by('owner_id', open),
      by('handover_to', open),
      involvedIn(
        sql`join complaint c on c.org_id = ${orgId} and c.complaint_id = i.complaint_id and ${open}`,
      ),
    ],
    closed: [
      by('recorder_id', closed),
      by('owner_id', closed),
      involvedIn(
        sql`cross join lateral (select from complaint c
          where c.org_id = ${orgId} and c.complaint_id = i.complaint_id and ${closed} offset 0) looked_up`,
      ),
    ],
    ever: [
      by('recorder_id', sql`true`),
      by('owner_id', open),
      by('owner_id', closed),
      by('handover_to', open),
      involvedIn(sql``),
    ],
  }
  return sql.join(arms[part], sql` union `)
}

function handInEver({ orgId, actor }: Principal): RawBuilder<boolean> {
  const me = actor.id
  // An array first, not a sub-query inside the OR: so each arm can use its index.
  return sql<boolean>`(recorder_id = ${me} or (handover_to = ${me} and closed_at is null)
    or (owner_id = ${me} and closed_at is null) or (owner_id = ${me} and closed_at is not null)
    or complaint_id = any(array(
      select i.complaint_id from complaint_involved i where i.org_id = ${orgId} and i.user_id = ${me})))`
}
