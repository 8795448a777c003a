import { Readable } from 'node:stream'
import ExcelJS from '@protobi/exceljs'
import { cellText } from './cell-text.ts'
import { MAX_COLUMNS, MAX_UNPACKED, TableBuilder, TableError } from './table.ts'

/** The first sheet that holds anything, read as a stream. Runs in a worker with little memory: see `read-table.ts`. */
export async function readWorkbook(bytes: Buffer): Promise<TableBuilder> {
  if (unpackedSize(bytes) > MAX_UNPACKED) throw new TableError('too-big')
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  })
  const table = new TableBuilder()
  for await (const sheet of reader) {
    if (table.rows.length > 0) break
    for await (const row of sheet) {
      const values = Array.isArray(row.values) ? row.values.slice(1, MAX_COLUMNS + 1) : []
      table.add(row.number, Array.from(values, cellText))
    }
  }
  return table
}

/** What the directory of a ZIP says its files unpack to; a directory that lies is stopped by the worker's memory. */
function unpackedSize(bytes: Buffer): number {
  let total = 0
  const entry = Buffer.from('PK\x01\x02', 'latin1')
  for (let at = bytes.indexOf(entry); at >= 0 && at + 46 <= bytes.length;) {
    total += bytes.readUInt32LE(at + 24)
    at = bytes.indexOf(entry, at + 46)
  }
  return total
}
