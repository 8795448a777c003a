import { canonical, type Json } from '@yinuo/domain'
import type { ImportedInvoice } from '../customer/index.ts'
import type { RowError } from './column.ts'
import type { Collected, Entry, ParsedRow } from './engine.ts'

export type InvoiceEntryRow = Omit<ImportedInvoice, 'lines'> & {
  readonly line: ImportedInvoice['lines'][number]
}

type Group = { readonly rows: ParsedRow<InvoiceEntryRow>[] }

/**
 * The rows of one number are one invoice, wherever they stand in the file. Half an invoice would be a wrong one: a bad row
 * keeps all its rows out, and rows that disagree about customer or date are bad.
 */
export function collectInvoices(
  rows: readonly ParsedRow<InvoiceEntryRow>[],
): Collected<ImportedInvoice> {
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const number = row.value?.number ?? (row.cells['number'] ?? '').normalize('NFKC').toUpperCase()
    if (number === '') continue
    const group = groups.get(number) ?? { rows: [] }
    group.rows.push(row)
    groups.set(number, group)
  }
  const entries: Entry<ImportedInvoice>[] = []
  const errors: RowError[] = []
  for (const group of groups.values()) {
    const good = group.rows.flatMap(({ row, value }) => (value === null ? [] : [{ row, value }]))
    const bad = group.rows.find(({ value }) => value === null)
    const first = good[0]
    if (first === undefined) continue
    const odd = good.find(({ value }) => headOf(value) !== headOf(first.value))
    if (bad === undefined && odd === undefined) {
      const { line: _line, ...head } = first.value
      entries.push({
        rows: good.map(({ row }) => row),
        value: { ...head, lines: good.map(({ value }) => value.line) },
      })
      continue
    }
    const culprit = bad?.row ?? odd?.row ?? first.row
    for (const { row, value } of good)
      errors.push({
        row,
        column: '发票号',
        value: value.number,
        message:
          row === culprit
            ? `与第 ${first.row} 行是同一张发票，客户或日期却不同`
            : `同一张发票的第 ${culprit} 行有错，整张发票没有导入`,
      })
  }
  return { entries, errors, repeated: 0 }
}

function headOf({ customer, purchasedOn }: InvoiceEntryRow): string {
  return canonical({ customer, purchasedOn } as unknown as Json)
}
