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

/** A natural span after an instant; `span` is an ISO 8601 duration in hours, minutes, seconds or days of 24 h. */
export function after(instant: InstantText, span: string): InstantText {
  return Temporal.Instant.from(instant)
    .add({ milliseconds: spanMs(span) })
    .toString()
}

export function before(instant: InstantText, span: string): InstantText {
  return Temporal.Instant.from(instant)
    .add({ milliseconds: -spanMs(span) })
    .toString()
}

/** The midnight that ends the civil day `days` days after the instant's own (0 = the same day), in the zone. */
export function endOfDay(instant: InstantText, zone: string, days = 0): InstantText {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .startOfDay()
    .add({ days: days + 1 })
    .startOfDay()
    .toInstant()
    .toString()
}

export function civilDate(instant: InstantText, zone: string): DateText {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

export function isBefore(a: InstantText, b: InstantText): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

/** Milliseconds from `a` to `b`; negative when `b` lies earlier. */
export function millisecondsBetween(a: InstantText, b: InstantText): number {
  return Temporal.Instant.from(b).epochMilliseconds - Temporal.Instant.from(a).epochMilliseconds
}
