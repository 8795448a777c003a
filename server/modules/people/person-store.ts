import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { OrgId, SiteId, UserId } from '@yinuo/domain'
import { type Database, type Query, readOrg } from '../../platform/database/index.ts'
import { NO_EVENTS } from '../../platform/log/chain.ts'
import type { PersonRow } from './person-row.ts'

const COLUMNS = [
  'user_id',
  'login',
  'name',
  'site_id',
  'reports_to',
  'active',
  'posts',
  'deputies',
  'qualification',
  'version',
] as const

export function readAllPeople(pool: Pool, orgId: OrgId): Promise<readonly PersonRow[]> {
  return readOrg(pool, orgId, (db) => selectPeople(db, orgId))
}

export async function selectPeople(
  db: Kysely<Database>,
  orgId: OrgId,
): Promise<readonly PersonRow[]> {
  const rows = await db
    .selectFrom('person')
    .select(COLUMNS)
    .where('org_id', '=', orgId)
    .orderBy('name')
    .orderBy('user_id')
    .execute()
  return rows as unknown as readonly PersonRow[]
}

export async function readPerson(
  pool: Pool,
  orgId: OrgId,
  userId: UserId,
): Promise<PersonRow | null> {
  const rows = await readOrg(pool, orgId, (db) =>
    db
      .selectFrom('person')
      .select(COLUMNS)
      .where('org_id', '=', orgId)
      .where('user_id', '=', userId)
      .execute(),
  )
  return (rows[0] as unknown as PersonRow | undefined) ?? null
}

/**
 * Holds back every other change of staff in the organisation until the transaction ends: "not the last administrator" and "no
 * circle of superiors" are about several rows at once, and locking one row would not keep two changes from crossing.
 */
export async function lockStaff(query: Query, orgId: OrgId): Promise<void> {
  await query('select from organisation where org_id = $1 for no key update', [orgId])
}

export async function siteExists(query: Query, orgId: OrgId, siteId: SiteId): Promise<boolean> {
  const rows = await query('select from site where org_id = $1 and site_id = $2', [orgId, siteId])
  return rows.length > 0
}

export type NewPerson = {
  readonly id: UserId
  readonly name: string
  readonly login: string
  readonly siteId: SiteId
  readonly reportsTo: UserId | null
}

/** False when the id or the log-in name is taken; log-in names are unique over all organisations. */
export async function insertPerson(
  query: Query,
  orgId: OrgId,
  person: NewPerson,
): Promise<boolean> {
  const rows = await query(
    `insert into person (org_id, user_id, login, name, site_id, reports_to, version, seq, head_hash)
     values ($1, $2, $3, $4, $5, $6, 0, 0, $7) on conflict do nothing returning user_id`,
    [orgId, person.id, person.login, person.name, person.siteId, person.reportsTo, NO_EVENTS.hash],
  )
  return rows.length > 0
}

export async function updatePerson(query: Query, orgId: OrgId, row: PersonRow): Promise<void> {
  await query(
    `update person set name = $3, site_id = $4, reports_to = $5, active = $6, posts = $7, deputies = $8, qualification = $9
     where org_id = $1 and user_id = $2`,
    [
      orgId,
      row.user_id,
      row.name,
      row.site_id,
      row.reports_to,
      row.active,
      JSON.stringify(row.posts),
      JSON.stringify(row.deputies),
      JSON.stringify(row.qualification),
    ],
  )
}

/** Numbers and playbooks of the open complaints somebody answers for (CMP-08), oldest first. */
export function openComplaintsOf(
  query: Query,
  orgId: OrgId,
  userId: UserId,
): Promise<readonly { readonly number: string; readonly playbook: string }[]> {
  return query(
    `select number, playbook from complaint
     where org_id = $1 and owner_id = $2 and closed_at is null order by received_at limit 20`,
    [orgId, userId],
  )
}

/** False when a site of this name or id stands already. */
export async function insertSite(
  query: Query,
  orgId: OrgId,
  siteId: SiteId,
  name: string,
): Promise<boolean> {
  const rows = await query(
    'insert into site (org_id, site_id, name) values ($1, $2, $3) on conflict do nothing returning site_id',
    [orgId, siteId, name],
  )
  return rows.length > 0
}
