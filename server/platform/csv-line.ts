/**
 * One line of CSV as Excel reads it. A cell that a spreadsheet would calculate (=, +, -, @, tab) gets an apostrophe before it,
 * so that a file from outside cannot run anything on the desk of whoever opens its errors.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
