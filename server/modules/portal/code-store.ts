import type { Pool } from 'pg'
import { withOrg } from '../../platform/database/index.ts'
import type { PortalLink } from './link-store.ts'

type Key = Pick<PortalLink, 'orgId' | 'linkId'>

/** One code at a time: a new one takes the place of the last, and of the pass it gave. */
export async function keepCode(
  pool: Pool,
  { orgId, linkId }: Key,
  codeHash: Buffer,
  minutes: number,
): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    query(
      `update portal_link set code_hash = $3, code_tries = 0, code_expires_at = clock_timestamp() + make_interval(mins => $4),
         pass_hash = null, pass_expires_at = null
       where org_id = $1 and link_id = $2`,
      [orgId, linkId, codeHash, minutes],
    ),
  )
}

export async function forgetCode(pool: Pool, { orgId, linkId }: Key): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    query('update portal_link set code_hash = null where org_id = $1 and link_id = $2', [
      orgId,
      linkId,
    ]),
  )
}

/** Counts the try before it is judged, so that tries made at the same moment are all counted; null when none is left. */
export async function takeTry(
  pool: Pool,
  { orgId, linkId }: Key,
  most: number,
): Promise<Buffer | null> {
  const [row] = await withOrg(pool, orgId, (_db, query) =>
    query<{ code_hash: Buffer }>(
      `update portal_link set code_tries = code_tries + 1
       where org_id = $1 and link_id = $2 and code_hash is not null and code_tries < $3
         and code_expires_at > clock_timestamp() and revoked_at is null
       returning code_hash`,
      [orgId, linkId, most],
    ),
  )
  return row?.code_hash ?? null
}

/** The code is used up; false where a second window was faster with it. */
export async function exchangeCode(
  pool: Pool,
  { orgId, linkId }: Key,
  codeHash: Buffer,
  passHash: Buffer,
  minutes: number,
): Promise<boolean> {
  const rows = await withOrg(pool, orgId, (_db, query) =>
    query(
      `update portal_link set code_hash = null, pass_hash = $4, pass_expires_at = clock_timestamp() + make_interval(mins => $5)
       where org_id = $1 and link_id = $2 and code_hash = $3 returning link_id`,
      [orgId, linkId, codeHash, passHash, minutes],
    ),
  )
  return rows.length > 0
}
