export type Span = { readonly from: string; readonly until: string }

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The days asked for in the address; from the first of the month to today where it says nothing sensible. */
export function readSpan(search: Readonly<Record<string, unknown>>, today: string): Span {
  const day = (key: string): string | undefined => {
    const value = search[key]
    return typeof value === 'string' && DATE.test(value) ? value : undefined
  }
  return { from: day('from') ?? `${today.slice(0, 7)}-01`, until: day('until') ?? today }
}

/** Whole percents; null where nothing was received, which is no share at all. */
export function percentOf(part: number, all: number): number | null {
  return all === 0 ? null : Math.round((part / all) * 100)
}
