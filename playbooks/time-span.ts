import { z } from 'zod'
import { shown } from './finding.ts'

const UNITS = { 分钟: 'minutes', 小时: 'hours', 天: 'days' } as const
export const SPAN_UNITS = ['分钟', '小时', '天'] as const
export type SpanUnit = (typeof SPAN_UNITS)[number]

/** `30` and `分钟` as the ISO 8601 duration the domain reckons with. */
export function isoSpan(count: number, unit: SpanUnit): string {
  return Temporal.Duration.from({ [UNITS[unit]]: count }).toString()
}

/** Minutes of an ISO 8601 duration; a day has 24 hours. */
export function spanMinutes(iso: string): number {
  return Temporal.Duration.from(iso).total('minutes')
}

const WRITTEN = /^(\d{1,5})\s*(分钟|小时|天)$/
const ISO = /^P(?=.)(\d{1,5}D)?(T(?=.)(\d{1,5}H)?(\d{1,5}M)?)?$/

/** A span as a manager writes it (`30 分钟`, `4 小时`, `3 天`) or as ISO 8601 (`PT30M`), read into ISO 8601. */
export const timeSpan = z.unknown().transform((raw, context): string => {
  const written = typeof raw === 'string' ? WRITTEN.exec(raw.trim()) : null
  if (written !== null) return isoSpan(Number(written[1]), written[2] as SpanUnit)
  if (typeof raw === 'string' && ISO.test(raw)) return raw
  context.issues.push({
    code: 'custom',
    input: raw,
    message: raw === undefined ? '没有写多长时间' : `看不懂这个时间“${shown(raw)}”`,
    params: { remedy: '写成“30 分钟”、“4 小时”或“3 天”' },
  })
  return z.NEVER
})
