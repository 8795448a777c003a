import type { Pool } from 'pg'
import type { OrgId, UserId } from '@yinuo/domain'
import { callFunction, readOrg, withOrg } from '../../platform/database/index.ts'
import type { DeliveryMeans } from '../../platform/deliver/delivery.ts'

export type PortalLink = {
  readonly orgId: OrgId
  readonly linkId: string
  readonly complaintId: string
  readonly agreementVersion: number
  readonly means: DeliveryMeans
  readonly contactDigest: Buffer
  readonly sentBy: UserId
  readonly sentAt: string
  readonly expiresAt: string
  readonly state: 'open' | 'expired' | 'revoked'
  readonly passHash: Buffer | null
}

type Row = {
  readonly link_id: string
  readonly complaint_id: string
  readonly agreement_version: number
  readonly means: DeliveryMeans
  readonly contact_digest: Buffer
  readonly sent_by: string
  readonly created_at: Temporal.Instant
  readonly expires_at: Temporal.Instant
  readonly state: PortalLink['state']
  readonly pass_hash: Buffer | null
}

const COLUMNS = `link_id, complaint_id, agreement_version, means, contact_digest, sent_by, created_at, expires_at,
  case when revoked_at is not null then 'revoked' when expires_at <= clock_timestamp() then 'expired' else 'open' end as state,
  case when pass_expires_at > clock_timestamp() then pass_hash end as pass_hash`

function linkOf(orgId: OrgId, row: Row): PortalLink {
  return {
    orgId,
    linkId: row.link_id,
    complaintId: row.complaint_id,
    agreementVersion: row.agreement_version,
    means: row.means,
    contactDigest: row.contact_digest,
    sentBy: row.sent_by,
    sentAt: row.created_at.toString(),
    expiresAt: row.expires_at.toString(),
    state: row.state,
    passHash: row.pass_hash,
  }
}

export async function findLink(pool: Pool, tokenHash: Buffer): Promise<PortalLink | null> {
  const [found] = await callFunction<{ org_id: string; link_id: string }>(
    pool,
    'select * from find_portal_link($1)',
    [tokenHash],
  )
  if (found === undefined) return null
  const [row] = await readOrg(pool, found.org_id, (_db, query) =>
    query<Row>(`select ${COLUMNS} from portal_link where org_id = $1 and link_id = $2`, [
      found.org_id,
      found.link_id,
    ]),
  )
  return row === undefined ? null : linkOf(found.org_id, row)
}

/** The link sent last for a case, in whatever state. */
export async function latestLink(
  pool: Pool,
  orgId: OrgId,
  complaintId: string,
): Promise<PortalLink | null> {
  const [row] = await readOrg(pool, orgId, (_db, query) =>
    query<Row>(
      `select ${COLUMNS} from portal_link where org_id = $1 and complaint_id = $2 order by created_at desc limit 1`,
      [orgId, complaintId],
    ),
  )
  return row === undefined ? null : linkOf(orgId, row)
}

export type NewLink = Pick<
  PortalLink,
  'orgId' | 'linkId' | 'complaintId' | 'agreementVersion' | 'means' | 'contactDigest' | 'sentBy'
> & { readonly tokenHash: Buffer; readonly days: number }

/** Revokes what was sent before and keeps the new one; false where this very link stands already (a repeated request). */
export async function keepLink(pool: Pool, link: NewLink): Promise<boolean> {
  return withOrg(pool, link.orgId, async (_db, query) => {
    await query(
      `update portal_link set revoked_at = clock_timestamp()
       where org_id = $1 and complaint_id = $2 and link_id <> $3 and revoked_at is null`,
      [link.orgId, link.complaintId, link.linkId],
    )
    const kept = await query(
      `insert into portal_link (org_id, link_id, complaint_id, agreement_version, token_hash, means, contact_digest, sent_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp() + make_interval(days => $9))
       on conflict do nothing returning link_id`,
      [
        link.orgId,
        link.linkId,
        link.complaintId,
        link.agreementVersion,
        link.tokenHash,
        link.means,
        link.contactDigest,
        link.sentBy,
        link.days,
      ],
    )
    return kept.length > 0
  })
}

export async function revokeLinks(pool: Pool, orgId: OrgId, complaintId: string): Promise<void> {
  await withOrg(pool, orgId, (_db, query) =>
    query(
      `update portal_link set revoked_at = clock_timestamp()
       where org_id = $1 and complaint_id = $2 and revoked_at is null`,
      [orgId, complaintId],
    ),
  )
}
