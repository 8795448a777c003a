import { canonical, type Json } from '@yinuo/domain'
import type { RowError } from './column.ts'
import type { Collected, Entry, ParsedRow } from './engine.ts'

/**
 * One entry per row. A second row of the same identity that says the same is counted as repeated; one that says something
 * else is an error: nobody could tell which is right.
 */
export function collectSingles<Value>(
  rows: readonly ParsedRow<Value>[],
  identityOf: (value: Value) => {
    readonly key: string
    readonly label: string
    readonly shown: string
  },
): Collected<Value> {
  const entries: Entry<Value>[] = []
  const errors: RowError[] = []
  const first = new Map<string, { readonly row: number; readonly text: string }>()
  let repeated = 0
  for (const { row, value } of rows) {
    if (value === null) continue
    const { key, label, shown } = identityOf(value)
    const text = canonical(value as Json)
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, { row, text })
      entries.push({ rows: [row], value })
    } else if (before.text === text) repeated += 1
    else
      errors.push({
        row,
        column: label,
        value: shown,
        message: `与第 ${before.row} 行的${label}相同，内容却不同；已取第 ${before.row} 行，这一行没有导入`,
      })
  }
  return { entries, errors, repeated }
}
