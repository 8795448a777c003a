import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Database } from './schema.ts'

export type SendStatement = (
  text: string,
  params: readonly unknown[],
) => Promise<{ command: string; rowCount: number | null; rows: Record<string, unknown>[] }>

/** A query builder whose statements all go through `send`, inside the transaction that is already open there. */
export function transactionKysely(send: SendStatement): Kysely<Database> {
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => new TransactionDriver(connectionThrough(send)),
    },
  })
}

function connectionThrough(send: SendStatement): DatabaseConnection {
  return {
    async executeQuery<Row>(query: {
      sql: string
      parameters: readonly unknown[]
    }): Promise<QueryResult<Row>> {
      const result = await send(query.sql, query.parameters)
      const changed = CHANGES.has(result.command)
        ? { numAffectedRows: BigInt(result.rowCount ?? 0) }
        : {}
      return { rows: result.rows as Row[], ...changed }
    },
    // eslint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('streaming is not possible on a pipelined connection')
    },
  }
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/** `withOrg` owns begin and commit; a nested transaction would end the outer one. */
class TransactionDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(connection: DatabaseConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    throw new Error('already inside a transaction: withOrg and readOrg open and end it')
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
}
