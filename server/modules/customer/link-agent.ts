import type { Pool } from 'pg'
import type { CustomerId } from '@yinuo/domain'
import { notFound, ProblemError } from '../../platform/http/problem.ts'
import {
  type ChangeAuthor,
  type ChangeTx,
  recordChange,
  type RecordedChange,
} from '../../platform/log/record-change.ts'
import { readAgentOf, writeAgent } from './agent-store.ts'
import { readCustomerRow } from './customer-store.ts'

/**
 * Puts a customer under the agent it buys from, or under none (CUS-09). Only an agent has end users, and nobody is his own or
 * his agent's. The same agent again is no change.
 */
export async function linkAgent(
  pool: Pool,
  author: ChangeAuthor,
  id: CustomerId,
  agent: CustomerId | null,
  call: { readonly key: string; readonly inputHash: Buffer },
): Promise<RecordedChange> {
  const stream = { noun: 'customer' as const, id, expectedVersion: null }
  return recordChange(pool, author, call, stream, async (tx) => {
    const before = (await readAgentOf(tx.query, tx.orgId, id))?.id ?? null
    if (before === agent) return []
    if (agent !== null) await demandAgent(tx, id, agent)
    await writeAgent(tx.query, tx.orgId, id, agent)
    return [{ type: 'customer-linked', data: { agent, before } }]
  })
}

async function demandAgent(tx: ChangeTx, id: CustomerId, agent: CustomerId): Promise<void> {
  const row = await readCustomerRow(tx.query, tx.orgId, agent)
  if (row === null) throw notFound()
  const above = await readAgentOf(tx.query, tx.orgId, agent)
  const fault =
    row.party !== 'agent'
      ? '只有代理商名下才有最终用户。先把那家的类型改成代理商'
      : agent === id || above?.id === id
        ? '不能归到自己或自己的最终用户名下'
        : null
  if (fault !== null)
    throw new ProblemError('invalid', { fields: [{ path: 'agent', message: fault }] })
}
