import type { InstantText } from '@yinuo/domain'
import type { Query } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import type { Cells, Column, RowError } from './column.ts'
import type { ImportPorts } from './ports.ts'
import type { RowReader } from './row-reader.ts'

/** One thing to import, with the rows of the file it stands in (an invoice has several). */
export type Entry<Value> = { readonly rows: readonly number[]; readonly value: Value }

/** What an import does, or would do, with an entry. */
export type Outcome =
  | { readonly action: 'add' | 'change' | 'same' }
  | { readonly action: 'error'; readonly errors: readonly RowError[] }

export type ParsedRow<Row> = {
  readonly row: number
  readonly cells: Cells
  /** Null where something is wrong; it was said. */
  readonly value: Row | null
}

export type Collected<Value> = {
  readonly entries: readonly Entry<Value>[]
  readonly errors: readonly RowError[]
  /** Rows that repeat another word for word: they change nothing. */
  readonly repeated: number
}

/** The transaction of one batch; nobody else imports into the organisation until it ends. */
export type BatchTx = {
  readonly query: Query
  readonly principal: Principal
  readonly realAt: InstantText
  /** Puts an event on the stream of the import, for nouns without a stream of their own. */
  readonly log: (type: string, data: object) => void
}

/** How one kind of list is read, judged and written. `Row` is what a row says, `Value` what is imported. */
export type Engine<Row, Value> = {
  readonly columns: readonly Column[]
  /** Cells that are shown only masked (SYS-09), passwords not at all. */
  readonly masks: Readonly<Record<string, (cell: string) => string>>
  parse(read: RowReader): Row | null
  collect(rows: readonly ParsedRow<Row>[]): Collected<Value>
  /** Against what stands in the database; changes nothing. */
  judge(
    ports: ImportPorts,
    principal: Principal,
    entries: readonly Entry<Value>[],
  ): Promise<readonly Outcome[]>
  /** Makes of what the file says what may be stored until the run. */
  seal?(
    entries: readonly Entry<Value>[],
    outcomes: readonly Outcome[],
  ): Promise<readonly Entry<Value>[]>
} & (
  | {
      readonly writing: 'batch'
      write(tx: BatchTx, entries: readonly Entry<Value>[]): Promise<readonly Outcome[]>
    }
  | {
      /** Through the use cases of another module, each with its own transaction; safe to be repeated under its key. */
      readonly writing: 'single'
      write(
        ports: ImportPorts,
        call: { readonly principal: Principal; readonly importId: string },
        entry: Entry<Value>,
      ): Promise<Outcome>
    }
)
