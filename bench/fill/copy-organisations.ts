import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Client } from 'pg'
import type { Company } from '../prepare-company.ts'
import { insertCopied } from './copied-columns.ts'
import type { KnownCustomer, RecordingDesk } from '../registration-requests.ts'

const CUSTOMERS_EACH = 20

/** Further organisations, each with a copy of the site, the receptionist (logged in) and some customers of the first. */
export async function copyOrganisations(
  admin: Client,
  company: Company,
  count: number,
): Promise<RecordingDesk[]> {
  const desks: RecordingDesk[] = []
  for (let made = 0; made < count; made += 1)
    desks.push(await copyOrganisation(admin, company, made))
  return desks
}

async function copyOrganisation(
  admin: Client,
  { orgId: from, siteId, receptionist }: Company,
  number: number,
): Promise<RecordingDesk> {
  const orgId = randomUUIDv7()
  const userId = randomUUIDv7()
  const token = randomBytes(32).toString('base64url')
  await admin.query('insert into organisation (org_id, name) values ($1, $2)', [
    orgId,
    `润滑油厂${number}`,
  ])
  await admin.query(
    'insert into site (org_id, site_id, name) select $1, site_id, name from site where org_id = $2 and site_id = $3',
    [orgId, from, siteId],
  )
  const person = await insertCopied(admin, 'person', {
    own: { org_id: '$1', user_id: '$2', login: '$3', reports_to: 'null' },
  })
  await admin.query(`${person} from person t where t.org_id = $4 and t.user_id = $5`, [
    orgId,
    userId,
    `receptionist-${number}`,
    from,
    receptionist.id,
  ])
  await admin.query(
    `insert into session (org_id, session_id, user_id, token_hash, expires_at)
     values ($1, $2, $3, $4, clock_timestamp() + interval '1 day')`,
    [orgId, randomUUIDv7(), userId, createHash('sha256').update(token).digest()],
  )
  const customer = await insertCopied(admin, 'customer', { own: { org_id: '$1' } })
  const { rows: customers } = await admin.query<KnownCustomer>(
    `${customer} from (select * from customer where org_id = $2 order by customer_id offset $3 limit $4) t
     returning customer_id as id, name`,
    [orgId, from, number * CUSTOMERS_EACH, CUSTOMERS_EACH],
  )
  return { token, customers }
}
