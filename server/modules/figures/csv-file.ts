import type { Download } from '../../platform/http/handler.ts'
import { csvLine } from '../../platform/csv-line.ts'

/** UTF-8 with the mark by which Excel knows it (SYS-19); cells a spreadsheet would calculate are made text. */
export function csvFile(
  fileName: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Download {
  const lines = [head, ...rows].map(csvLine).join('')
  return { download: Buffer.from(`\ufeff${lines}`), type: 'text/csv; charset=utf-8', fileName }
}

/** 860.00 yuan of 86000 fen. */
export function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
