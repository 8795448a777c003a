import { civilOf, dayNumber } from '@yinuo/web-shared'

/** What the standstill has cost so far: the daily loss times the days since it was received, the first one counted; in fen. */
export function lossSoFar(
  row: {
    readonly dailyLossFen: number
    readonly receivedAt: string
    readonly closedAt: string | null
  },
  now: number,
  zone: string,
): { readonly days: number; readonly fen: number } {
  const end = row.closedAt === null ? now : Date.parse(row.closedAt)
  const passed =
    dayNumber(civilOf(end, zone)) - dayNumber(civilOf(Date.parse(row.receivedAt), zone))
  const days = Math.max(1, passed)
  return { days, fen: days * row.dailyLossFen }
}
