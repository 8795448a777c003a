import { CsvError, parse } from 'csv-parse/sync'
import { MAX_ROWS, ROWS_ABOVE, TableBuilder, TableError } from './table.ts'

const DELIMITERS = [',', '\t', ';', '，'] as const

/** Text with delimiters: UTF-8 with or without mark, GBK/GB18030 as the Chinese Excel writes it, UTF-16 of "Unicode text". */
export function readCsv(bytes: Buffer): TableBuilder {
  const text = decode(bytes)
  const table = new TableBuilder()
  let rows: string[][]
  try {
    rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // A quotation mark inside a cell (10" 管) is text, as for Excel.
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      to: MAX_ROWS + ROWS_ABOVE + 1_000,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = (error as { lines?: number }).lines
    throw new TableError('broken-text', line === undefined ? undefined : String(line))
  }
  rows.forEach((cells, index) => table.add(index + 1, cells))
  return table
}

function decode(bytes: Buffer): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes)
  // A zero byte is in no list, but early in nearly every picture and program.
  if (bytes.subarray(0, 65_536).includes(0)) throw new TableError('not-a-table')
  const text = tryDecode('utf-8', bytes) ?? decodeAs('gb18030', bytes)
  // oxlint-disable-next-line no-control-regex
  if (/[\u0001-\u0008\u000e-\u001f]/.test(text.slice(0, 10_000)))
    throw new TableError('not-a-table')
  return text
}

function decodeAs(encoding: string, bytes: Buffer): string {
  const text = tryDecode(encoding, bytes)
  if (text === null) throw new TableError('not-a-table')
  return text
}

/** Null where the bytes are not of this encoding; the mark at the beginning is taken away. */
function tryDecode(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The one that the first line with any of them has most of, outside quotation marks. */
function delimiterOf(text: string): string {
  for (const line of text.slice(0, 20_000).split(/\r?\n/)) {
    const bare = line.replace(/"[^"]*"/g, '')
    const counts = DELIMITERS.map((one) => ({ one, count: bare.split(one).length - 1 }))
    const most = counts.reduce((best, next) => (next.count > best.count ? next : best))
    if (most.count > 0) return most.one
  }
  return ','
}
