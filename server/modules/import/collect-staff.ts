import { collectSingles } from './collect-entries.ts'
import type { RowError } from './column.ts'
import type { Collected, Entry, ParsedRow } from './engine.ts'
import { STAFF_LABELS, type StaffRow } from './staff-columns.ts'

/** Superiors before those who report to them, so that each can be named when his turn comes; a circle of superiors is wrong. */
export function collectStaff(rows: readonly ParsedRow<StaffRow>[]): Collected<StaffRow> {
  const { entries, errors, repeated } = collectSingles(rows, ({ login }) => ({
    key: login,
    label: STAFF_LABELS.login,
    shown: login,
  }))
  const byLogin = new Map(entries.map((entry) => [entry.value.login, entry]))
  const ordered = new Set<Entry<StaffRow>>()
  const circling: RowError[] = []
  for (const entry of entries) {
    const chain: Entry<StaffRow>[] = []
    let next: Entry<StaffRow> | undefined = entry
    while (next !== undefined && !ordered.has(next) && !chain.includes(next)) {
      chain.push(next)
      next = byLogin.get(next.value.superior)
    }
    if (next !== undefined && chain.includes(next)) {
      // Only the entry itself is told; the others of the circle come to their own turn.
      const { rows: places, value } = entry
      circling.push({
        row: places[0] ?? 0,
        column: STAFF_LABELS.superior,
        value: value.superior,
        message: '上级绕成了一个圈',
      })
      continue
    }
    for (const one of chain.reverse()) ordered.add(one)
  }
  return { entries: [...ordered], errors: [...errors, ...circling], repeated }
}
