import type { CustomerId, OrgId } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'

export type LinkedCustomer = { readonly id: CustomerId; readonly name: string }

/** The agent a customer buys from; null without one. */
export async function readAgentOf(
  query: Query,
  orgId: OrgId,
  id: CustomerId,
): Promise<LinkedCustomer | null> {
  const rows = await query<LinkedCustomer>(
    `select a.customer_id as id, a.name from customer c
     join customer a on a.org_id = c.org_id and a.customer_id = c.agent_id
     where c.org_id = $1 and c.customer_id = $2`,
    [orgId, id],
  )
  return rows[0] ?? null
}

/** Who buys from this agent, by name. */
export function readEndUsersOf(
  query: Query,
  orgId: OrgId,
  agent: CustomerId,
  limit: number,
): Promise<LinkedCustomer[]> {
  return query(
    `select customer_id as id, name from customer
     where org_id = $1 and agent_id = $2 and agent_id is not null order by name_key limit $3`,
    [orgId, agent, limit],
  )
}

/** The end user of this name that belongs to the agent, or else to nobody: who belongs to another one is another one. */
export async function findEndUser(
  query: Query,
  orgId: OrgId,
  agent: CustomerId,
  nameKey: string,
): Promise<{ readonly id: CustomerId; readonly linked: boolean } | null> {
  const rows = await query<{ id: CustomerId; linked: boolean }>(
    `select customer_id as id, agent_id is not null as linked from customer
     where org_id = $1 and name_key = $3 and customer_id <> $2 and (agent_id = $2 or (agent_id is null and party <> 'agent'))
     order by agent_id is null, created_at limit 1`,
    [orgId, agent, nameKey],
  )
  return rows[0] ?? null
}

export async function writeAgent(
  query: Query,
  orgId: OrgId,
  id: CustomerId,
  agent: CustomerId | null,
): Promise<void> {
  await query('update customer set agent_id = $3 where org_id = $1 and customer_id = $2', [
    orgId,
    id,
    agent,
  ])
}

export async function readFirstPurchase(
  query: Query,
  orgId: OrgId,
  id: CustomerId,
): Promise<string | null> {
  const [row] = await query<{ day: string | null }>(
    'select min(purchased_on)::text as day from invoice where org_id = $1 and customer_id = $2',
    [orgId, id],
  )
  return row?.day ?? null
}
