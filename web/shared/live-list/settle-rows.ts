type Identified = { readonly id: string }

export type SettledRows<Row> = {
  readonly rows: readonly Row[]
  /** How many rows would come, go or move if the fresh order were taken. */
  readonly changed: number
}

/**
 * While somebody points at a list its order stands still: rows get their fresh contents, what is new or moved is only
 * counted, what is gone keeps its last contents (mocks/README, Live). Rows after the last known one are a further page, not a
 * change.
 */
export function settleRows<Row extends Identified>(
  shown: readonly Row[],
  fresh: readonly Row[],
): SettledRows<Row> {
  const freshById = new Map(fresh.map((row) => [row.id, row]))
  const known = new Set(shown.map((row) => row.id))
  const lastKnown = fresh.findLastIndex((row) => known.has(row.id))
  const furtherPage = shown.length === 0 ? fresh : fresh.slice(lastKnown + 1)
  const rows = [...shown.map((row) => freshById.get(row.id) ?? row), ...furtherPage]
  return { rows, changed: changesBetween(rows, fresh) }
}

/** Rows that left or came, and the smallest number that had to move for the rest. */
function changesBetween(rows: readonly Identified[], fresh: readonly Identified[]): number {
  const place = new Map(fresh.map((row, index) => [row.id, index]))
  const here = new Set(rows.map((row) => row.id))
  const gone = rows.filter((row) => !place.has(row.id)).length
  const come = fresh.filter((row) => !here.has(row.id)).length
  const order = rows.flatMap((row) => place.get(row.id) ?? [])
  return gone + come + order.length - longestRise(order)
}

/** Length of the longest increasing subsequence: those rows may stay where they are. */
function longestRise(order: readonly number[]): number {
  const ends: number[] = []
  for (const value of order) {
    const at = ends.findIndex((end) => end >= value)
    if (at < 0) ends.push(value)
    else ends[at] = value
  }
  return ends.length
}
