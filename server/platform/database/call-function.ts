import type { Pool } from 'pg'
import { giveBack } from './connection-fate.ts'
import { send } from './named-statement.ts'

/**
 * One statement, committed by itself, in one round trip: for database functions such as `append(…)` that set the
 * organisation themselves (commit.md). SQL errors are thrown and leave the connection in the pool.
 */
export async function callFunction<Row>(
  pool: Pool,
  text: string,
  params: readonly unknown[] = [],
): Promise<Row[]> {
  const client = await pool.connect()
  try {
    const result = await send(client, text, params)
    giveBack(client)
    return result.rows as Row[]
  } catch (error) {
    giveBack(client, error)
    throw error
  }
}
