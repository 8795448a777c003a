import type { ClientBase, QueryResult } from 'pg'
import { parameterValue } from './column-values.ts'

/** Runs one statement, prepared under a name of its own at first use per connection. Text is the identity. */
export type Query = <Row>(text: string, params?: readonly unknown[]) => Promise<Row[]>

/**
 * Statement texts that get a name. Texts are finite unless someone builds them from data; those beyond the limit are
 * sent unprepared, instead of filling every backend's memory.
 */
const NAMES_AT_MOST = 1_000
const names = new Map<string, string>()

/** Sends a statement; several may be sent before the first answers (pipeline mode). */
export function send(
  client: ClientBase,
  text: string,
  params: readonly unknown[] = [],
): Promise<QueryResult<Record<string, unknown>>> {
  const name = nameOf(text)
  return client.query({
    text,
    values: params.map(parameterValue),
    ...(name !== undefined && { name }),
  })
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= NAMES_AT_MOST) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}
