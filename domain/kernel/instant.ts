import type { DateText, InstantText } from './ids.ts'

/** Spans come from playbooks: few and always the same, so each is read once. */
const spans = new Map<string, number>()

function spanMs(span: string): number {
  const known = spans.get(span)
  if (known !== undefined) return known
  const ms = Temporal.Duration.from(span).total({
    unit: 'milliseconds',
    relativeTo: Temporal.PlainDateTime.from('2000-01-01'),
  })
  if (spans.size < 1_000) spans.set(span, ms)
  return ms
}

/** A command asks about the same few instants again and again; reading their text is most of the work. */
const KEPT_INSTANTS = 500
const instants = new Map<InstantText, Temporal.Instant>()

function instantOf(text: InstantText): Temporal.Instant {
  const known = instants.get(text)
  if (known !== undefined) return known
  const read = Temporal.Instant.from(text)
  if (instants.size >= KEPT_INSTANTS) instants.clear()
  instants.set(text, read)
  return read
}

/** The one writing of an instant: in UTC, without needless zeros. */
export function normalInstant(text: InstantText): InstantText {
  return instantOf(text).toString()
}

/** A natural span after an instant; `span` is an ISO 8601 duration in hours, minutes, seconds or days of 24 h. */
export function after(instant: InstantText, span: string): InstantText {
  return instantOf(instant)
    .add({ milliseconds: spanMs(span) })
    .toString()
}

export function before(instant: InstantText, span: string): InstantText {
  return instantOf(instant)
    .add({ milliseconds: -spanMs(span) })
    .toString()
}

type CivilDay = {
  readonly day: DateText
  readonly fromMs: number
  readonly untilMs: number
  readonly end: InstantText
}

/** The last civil day asked for in each zone: nearly every question is about today. */
const lastDays = new Map<string, CivilDay>()

function dayOf(instant: InstantText, zone: string): CivilDay {
  const at = instantOf(instant)
  const ms = at.epochMilliseconds
  const last = lastDays.get(zone)
  if (last !== undefined && last.fromMs <= ms && ms < last.untilMs) return last
  const start = at.toZonedDateTimeISO(zone).startOfDay()
  const end = start.add({ days: 1 }).startOfDay()
  const found = {
    day: start.toPlainDate().toString(),
    fromMs: start.epochMilliseconds,
    untilMs: end.epochMilliseconds,
    end: end.toInstant().toString(),
  }
  if (lastDays.size < 100 || lastDays.has(zone)) lastDays.set(zone, found)
  return found
}

/** The organisation's wall clock to the minute, `2026-03-02 15:40` (SYS-04). */
export function civilMinute(instant: InstantText, zone: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime()
  return at.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

/** The midnight that ends the civil day `days` days after the instant's own (0 = the same day), in the zone. */
export function endOfDay(instant: InstantText, zone: string, days = 0): InstantText {
  const { end } = dayOf(instant, zone)
  if (days === 0) return end
  return instantOf(end).toZonedDateTimeISO(zone).add({ days }).startOfDay().toInstant().toString()
}

export function civilDate(instant: InstantText, zone: string): DateText {
  return dayOf(instant, zone).day
}

export function isBefore(a: InstantText, b: InstantText): boolean {
  return Temporal.Instant.compare(instantOf(a), instantOf(b)) < 0
}

/** Milliseconds from `a` to `b`; negative when `b` lies earlier. */
export function millisecondsBetween(a: InstantText, b: InstantText): number {
  return instantOf(b).epochMilliseconds - instantOf(a).epochMilliseconds
}
