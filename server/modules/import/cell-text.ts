import type { CellValue } from '@protobi/exceljs'

/** Excel keeps fifteen digits of a number; what has more has already lost its end. */
const EXACT_DIGITS = 1e15

/** What a person reads in a cell of a workbook; a date as `2026-03-02`. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('error' in value) return value.error
  if ('hyperlink' in value)
    return typeof value.text === 'string' ? value.text : cellText(value.text)
  if ('result' in value) return cellText(value.result)
  return ''
}

/** Long numbers in the exponential form, as the sheet shows them too, so that they are refused rather than wrong. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  if (Math.abs(value) >= EXACT_DIGITS) return value.toExponential(5).toUpperCase()
  return String(Number(value.toPrecision(15)))
}
