import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import type { Lane } from './drive-lanes.ts'
import {
  limitStatement,
  type PreparedSample,
  prepareSample,
  type RegistrationRows,
  stamp,
} from './limit-statement.ts'

/**
 * The limit: bare `pg` connections as yinuo_app, one organisation set once per connection, every registration one prepared
 * statement in a transaction of its own. No HTTP, no session, no gates, no numbers drawn, no hashing, no view.
 */
export async function openLimitLanes(
  appUrl: string,
  count: number,
  orgId: string,
  samples: readonly RegistrationRows[],
): Promise<{ readonly lanes: readonly Lane[]; close(): Promise<void> }> {
  const first = samples[0]
  if (first === undefined) throw new Error('no registration to copy')
  const text = limitStatement(first)
  const prepared = samples.map(prepareSample)
  const run = randomUUIDv7().slice(-8)
  const clients = await Promise.all(Array.from({ length: count }, () => openClient(appUrl, orgId)))
  let next = 0
  return {
    lanes: clients.map((client) => async () => {
      next += 1
      const sample = prepared[next % prepared.length] as PreparedSample
      const values = stamp(
        sample,
        { number: `TL-${run}-${next}`, key: `limit-${run}-${next}` },
        Date.now(),
      )
      await client.query({ name: 'register', text, values })
    }),
    close: async () => void (await Promise.all(clients.map((client) => client.end()))),
  }
}

async function openClient(appUrl: string, orgId: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: appUrl, options: '-c timezone=UTC' })
  await client.connect()
  await client.query(`select set_config('yinuo.org', $1, false)`, [orgId])
  return client
}
