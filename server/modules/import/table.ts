/** A sheet as text: rows in their order, each with the number that the spreadsheet shows for it. */
export type TableRow = { readonly number: number; readonly cells: readonly string[] }

export const MAX_ROWS = 50_000
/** Rows before the header: a title, a note. */
export const ROWS_ABOVE = 20
export const MAX_COLUMNS = 60
const MAX_CELL = 8_000
/** A workbook of 50,000 full rows unpacks to about 60 MB; what claims more is no list. */
export const MAX_UNPACKED = 300_000_000

export const TABLE_FAULTS = [
  'empty',
  'old-workbook',
  'broken-workbook',
  'broken-text',
  'not-a-table',
  'too-many-rows',
  'too-big',
  'too-slow',
] as const
export type TableFault = (typeof TABLE_FAULTS)[number]

/** Why a file cannot be read, as a value that crosses from the worker thread. `detail` is a row number. */
export type TableResult =
  | { readonly rows: readonly TableRow[] }
  | { readonly fault: TableFault; readonly detail?: string }

export class TableError extends Error {
  readonly fault: TableFault
  readonly detail: string | undefined
  constructor(fault: TableFault, detail?: string) {
    super(fault)
    this.fault = fault
    this.detail = detail
  }
}

/** Collects rows and stops a file that is no list of at most 50,000. */
export class TableBuilder {
  readonly rows: TableRow[] = []

  add(number: number, cells: readonly string[]): void {
    const trimmed = cells.slice(0, MAX_COLUMNS).map((cell) => cell.slice(0, MAX_CELL).trim())
    if (trimmed.every((cell) => cell === '')) return
    this.rows.push({ number, cells: trimmed })
    if (this.rows.length > MAX_ROWS + ROWS_ABOVE) throw new TableError('too-many-rows')
  }

  result(): TableResult {
    return this.rows.length === 0 ? { fault: 'empty' } : { rows: this.rows }
  }
}

/** The answer of a reader, its known failures as values; `otherwise` names failures that are not ours. */
export async function settleTable(
  read: () => TableBuilder | Promise<TableBuilder>,
  otherwise?: TableFault,
): Promise<TableResult> {
  try {
    return (await read()).result()
  } catch (error) {
    if (error instanceof TableError)
      return { fault: error.fault, ...(error.detail === undefined ? {} : { detail: error.detail }) }
    if (otherwise === undefined) throw error
    return { fault: otherwise }
  }
}
