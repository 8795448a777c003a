import type { Cells, Column } from './column.ts'
import { ROWS_ABOVE, type TableRow } from './table.ts'

export type Header = {
  /** Place of each column of ours in the file. */
  readonly places: ReadonlyMap<string, number>
  readonly body: readonly TableRow[]
}

/**
 * The row of labels, in any order, under a title or notes if need be: the one among the first twenty rows that has most of
 * our labels. `missing` are the columns that an import cannot do without.
 */
export function findHeader(
  rows: readonly TableRow[],
  columns: readonly Column[],
): Header | { readonly missing: readonly Column[] } {
  const candidates = rows.slice(0, ROWS_ABOVE).map((row, index): Header => ({
    places: placesOf(row, columns),
    body: rows.slice(index + 1),
  }))
  const none: Header = { places: new Map(), body: rows }
  const best = candidates.reduce<Header>(
    (most, next) => (next.places.size > most.places.size ? next : most),
    none,
  )
  const missing = columns.filter((column) => column.required && !best.places.has(column.key))
  return missing.length > 0 ? { missing } : best
}

function placesOf(row: TableRow, columns: readonly Column[]): ReadonlyMap<string, number> {
  const labels = row.cells.map(plainLabel)
  const places = new Map<string, number>()
  for (const column of columns) {
    const names = [column.label, ...column.aliases].map(plainLabel)
    const place = names.map((name) => labels.indexOf(name)).find((index) => index >= 0)
    if (place !== undefined) places.set(column.key, place)
  }
  return places
}

/** `客户名称 *（必填）` is `客户名称`. */
function plainLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\(.*?\)|[\s*:：'"]/g, '')
    .toLowerCase()
}

export function cellsOf(row: TableRow, places: ReadonlyMap<string, number>): Cells {
  return Object.fromEntries(
    [...places].map(([key, place]) => [key, unquoted(row.cells[place] ?? '')]),
  )
}

/** Our own error file puts an apostrophe before what a spreadsheet would calculate; here it goes again. */
function unquoted(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell
}
