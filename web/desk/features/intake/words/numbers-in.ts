/** A piece of a line; `number` is set when it can be looked up (phone, invoice). */
export type LinePart = { readonly text: string; readonly number?: string }

/** An invoice may begin with letters; digits may be grouped by hyphens or spaces. */
const CANDIDATE = /[A-Za-z]{0,4}[0-9０-９](?:[-－— ]?[0-9０-９])+/gu
const CIVIL_DATE = /^(?:19|20)\d{2}-?\d{1,2}-?\d{1,2}$/
const SHORTEST = 6
const LONGEST = 20

/** Cuts a line into text and numbers long enough to be a phone or an invoice; dates and quantities stay text. */
export function partsOf(line: string): readonly LinePart[] {
  const parts: LinePart[] = []
  let end = 0
  for (const match of line.matchAll(CANDIDATE)) {
    const number = normalised(match[0])
    const digits = number.replace(/\D/g, '').length
    if (digits < SHORTEST || digits > LONGEST || CIVIL_DATE.test(number)) continue
    if (match.index > end) parts.push({ text: line.slice(end, match.index) })
    parts.push({ text: match[0], number })
    end = match.index + match[0].length
  }
  if (end < line.length) parts.push({ text: line.slice(end) })
  return parts
}

/** The number said last: the one Alt I looks up. */
export function lastNumber(lines: readonly string[]): string | undefined {
  for (const line of lines.toReversed()) {
    const number = partsOf(line).findLast((part) => part.number !== undefined)?.number
    if (number !== undefined) return number
  }
  return undefined
}

/** Digits in half width, one kind of hyphen: as the search takes it. */
function normalised(text: string): string {
  return text.normalize('NFKC').replaceAll(/[—－]/g, '-').replaceAll(' ', '')
}
