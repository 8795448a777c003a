/** One aim of the issue and what was measured against it. */
export type Target = {
  readonly name: string
  readonly aim: string
  readonly value: number
  readonly met: boolean
}

export function atLeast(name: string, value: number, aim: number): Target {
  return { name, aim: `≥ ${aim}`, value, met: value >= aim }
}

export function atMost(name: string, value: number, aim: number): Target {
  return { name, aim: `≤ ${aim}`, value, met: value <= aim }
}

export type Section = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly notes?: readonly string[]
  readonly targets: readonly Target[]
}

export function printSection(section: Section): void {
  console.log(`\n${section.title}`)
  const table = [section.columns, ...section.rows.map((row) => row.map(show))]
  const widths = section.columns.map((_, column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  )
  for (const row of table)
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`,
    )
  for (const note of section.notes ?? []) console.log(`  ${note}`)
}

export function printTargets(targets: readonly Target[]): void {
  console.log('\nTargets')
  const width = Math.max(0, ...targets.map(({ name }) => name.length))
  for (const { name, aim, value, met } of targets)
    console.log(
      `  ${met ? 'PASS' : 'FAIL'}  ${name.padEnd(width)}  ${show(value).padStart(8)}  (${aim})`,
    )
}

function show(cell: string | number | null): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (Math.abs(cell) >= 100) return cell.toFixed(0)
  return cell.toFixed(2)
}
