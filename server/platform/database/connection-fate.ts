import type { PoolClient } from 'pg'
import pg from 'pg'

/**
 * Gives a connection back. It is destroyed when it is broken, is not outside a transaction, or has lost the agreement
 * on prepared statements; any other SQL error leaves it in the pool (destroying costs 11 ms, commit.md pitfall 1).
 */
export function giveBack(client: PoolClient, error?: unknown): void {
  client.release(client.getTransactionStatus() !== 'I' || (error !== undefined && isFatal(error)))
}

/** Class 08: connection; 57P: server going down; 26000: statement unknown; 0A000: plan outdated by a migration. */
const FATAL_CODES = /^(08|57P|26000|0A000)/

/** Whether the connection cannot be used any more after this error. */
function isFatal(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return FATAL_CODES.test(error.code ?? '08')
  // A refusal thrown by business code or a row that could not be parsed says nothing about the connection.
  const { message, code } = error as NodeJS.ErrnoException
  return code !== undefined || /timeout|terminated|not queryable|closed/i.test(message ?? '')
}
