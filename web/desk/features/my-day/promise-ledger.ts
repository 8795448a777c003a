import type { api, OutputOf } from '@yinuo/contract'

export type LedgerEntry = OutputOf<typeof api.commitment.myDay>['ledger'][number]
export type LedgerCell = 'kept' | 'rescheduled' | 'broken'

export type PromiseLedger = {
  /** One per promise that has fallen due, in order of due times. */
  readonly cells: readonly { readonly entry: LedgerEntry; readonly cell: LedgerCell }[]
  readonly counts: Readonly<Record<LedgerCell, number>>
  /** Kept or rescheduled in time, of all that fell due, in per cent; null when none did. */
  readonly percent: number | null
  readonly notYetDue: number
}

/** Reads the ledger at business time `now` (epoch ms): kept late is broken (a miss is never erased), void does not count. */
export function readLedger(entries: readonly LedgerEntry[], now: number): PromiseLedger {
  const cells = entries.flatMap((entry) => {
    const cell = cellOf(entry, now)
    return cell === null ? [] : [{ entry, cell }]
  })
  const count = (wanted: LedgerCell): number => cells.filter(({ cell }) => cell === wanted).length
  const counts = {
    kept: count('kept'),
    rescheduled: count('rescheduled'),
    broken: count('broken'),
  }
  return {
    cells,
    counts,
    percent: cells.length === 0 ? null : (100 * (cells.length - counts.broken)) / cells.length,
    notYetDue: entries.filter((entry) => entry.outcome === 'open' && Date.parse(entry.dueAt) >= now)
      .length,
  }
}

function cellOf(entry: LedgerEntry, now: number): LedgerCell | null {
  switch (entry.outcome) {
    case 'met':
      return 'kept'
    case 'rescheduled':
      return 'rescheduled'
    case 'met-late':
    case 'broken':
      return 'broken'
    case 'open':
      return Date.parse(entry.dueAt) < now ? 'broken' : null
    case 'void':
      return null
  }
}
