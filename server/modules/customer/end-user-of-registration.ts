import type { Pool } from 'pg'
import type { CustomerId, OrgId } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import type { ChangeAuthor } from '../../platform/log/record-change.ts'
import { findEndUser } from './agent-store.ts'
import { createCustomer } from './create-customer.ts'
import { EMPTY_CONTENT } from './customer-row.ts'
import { readCustomerRow } from './customer-store.ts'
import { linkAgent } from './link-agent.ts'
import { nameKey } from './name-key.ts'

const KEPT = 10_000
/** Longer than a name on file may be, it is a description and no name. */
const LONGEST_NAME = 120

/** Who was linked a moment ago, or is being linked: an agent complains about the same few end users again and again. */
const linked = new Map<string, Promise<void>>()

/**
 * The end user an agent names when he complains gets a file of his own under the agent's (CUS-09). A link taken away by hand is
 * made again only when he is named again later.
 */
export async function linkEndUserNamed(
  pool: Pool,
  author: ChangeAuthor,
  agent: CustomerId,
  values: Readonly<Record<string, unknown>>,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<void> {
  const name = typeof values['endUser'] === 'string' ? values['endUser'].trim() : ''
  if (values['party'] !== 'agent' || name === '' || name.length > LONGEST_NAME) return
  const known = `${author.orgId}/${agent}/${nameKey(name)}`
  const running = linked.get(known) ?? link(pool, author, agent, name, call)
  if (linked.size >= KEPT) linked.clear()
  linked.set(known, running)
  try {
    await running
  } catch (error) {
    linked.delete(known)
    throw error
  }
}

async function link(
  pool: Pool,
  author: ChangeAuthor,
  agent: CustomerId,
  name: string,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<void> {
  const { seller, found } = await look(pool, author.orgId, agent, nameKey(name))
  // What the file says of itself stands until somebody changes it.
  if (seller?.party !== 'agent' || nameKey(seller.name) === nameKey(name) || found?.linked === true)
    return
  const endUser = { ...EMPTY_CONTENT, name, party: 'end-user' as const }
  const made = { ...call, key: `${call.key}-end-user` }
  const id = found?.id ?? (await createCustomer(pool, author, endUser, made)).id
  await linkAgent(pool, author, id, agent, { ...call, key: `${call.key}-link` })
}

function look(pool: Pool, orgId: OrgId, agent: CustomerId, key: string) {
  return readOrg(pool, orgId, async (_db, query) => {
    const [seller, found] = await Promise.all([
      readCustomerRow(query, orgId, agent),
      findEndUser(query, orgId, agent, key),
    ])
    return { seller, found }
  })
}
