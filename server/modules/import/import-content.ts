import type { IMPORT_KINDS } from '@yinuo/contract'
import type { Cells, Column, RowError } from './column.ts'
import type { Engine, Entry } from './engine.ts'
import { customerEngine } from './customer-engine.ts'
import { invoiceEngine } from './invoice-engine.ts'
import { productEngine } from './product-engine.ts'
import { staffEngine } from './staff-engine.ts'

export type ImportKind = (typeof IMPORT_KINDS)[number]

/** A kind whose rows and values nobody outside its engine looks into. */
export type AnyEngine = Engine<unknown, unknown>

const ENGINES = {
  customers: customerEngine,
  products: productEngine,
  invoices: invoiceEngine,
  staff: staffEngine,
} satisfies Record<ImportKind, unknown>

export function engineOf(kind: ImportKind): AnyEngine {
  return ENGINES[kind] as unknown as AnyEngine
}

/** What is kept of a file from its preview to its run. */
export type ImportContent = {
  readonly rows: number
  /** Columns that the file has. */
  readonly columns: readonly Pick<Column, 'key' | 'label'>[]
  /** What a run would do, in rows. */
  readonly forecast: Counts
  /** Empty once it is imported: nothing personal is kept longer than needed. */
  readonly entries: readonly Entry<unknown>[]
  readonly errors: readonly RowError[]
  /** Cells of the rows with errors, for the file to mend. */
  readonly badRows: readonly { readonly row: number; readonly cells: Cells }[]
  /** The first rows as they were understood, masked. */
  readonly preview: readonly Cells[]
}

export type Counts = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** How far a run is: the entries before `next` are done. */
export type ImportResult = Counts & {
  readonly next: number
  readonly errors: readonly RowError[]
  /** Last event on the stream of the import. */
  readonly head: { readonly seq: number; readonly hash: string }
  /** Key of the run that finished; the same call again shows what that run did. */
  readonly key: string | null
}
