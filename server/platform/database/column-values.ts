import pg, { type CustomTypesConfig } from 'pg'

/**
 * How columns arrive in JavaScript: times as Temporal (never Date, which loses microseconds), int8 as number because
 * fen, counts and sequences stay below 2^53 (checked), numeric as text. Nothing else differs from node-postgres.
 */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown => {
    const parse = format === 'binary' ? undefined : parsers.get(oid)
    return parse ?? pg.types.getTypeParser(oid, format as 'text')
  }) as CustomTypesConfig['getTypeParser'],
}

// What pg-types 2 really exports; its declarations describe another version.
const { arrayParser } = pg.types as unknown as {
  arrayParser: { create(text: string, parse: (text: string) => unknown): { parse(): unknown[] } }
}

/** Oids of the type and of its array. */
const parsers = new Map<number, (text: string) => unknown>(
  (
    [
      [20, 1016, safeInteger],
      [1082, 1182, (text) => Temporal.PlainDate.from(text)],
      [1083, 1183, (text) => Temporal.PlainTime.from(text)],
      [1114, 1115, (text) => Temporal.PlainDateTime.from(text)],
      [1184, 1185, (text) => Temporal.Instant.from(text)],
      // The session's intervalstyle is iso_8601.
      [1186, 1187, (text) => Temporal.Duration.from(text)],
    ] satisfies [number, number, (text: string) => unknown][]
  ).flatMap(([oid, arrayOid, parse]) => [
    [oid, parse],
    [arrayOid, (text: string) => arrayParser.create(text, parse).parse()],
  ]),
)

function safeInteger(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new RangeError(`int8 value ${text} does not fit a number exactly`)
}

/**
 * How parameters are sent: Temporal as ISO text (PostgreSQL keeps microseconds), plain objects as JSON, arrays as
 * PostgreSQL arrays (so pass a jsonb array as JSON text). Called before anything is sent: a value that cannot be
 * converted half-way through a message would leave the named statement closed on the server but not in the driver.
 */
export function parameterValue(value: unknown): unknown {
  if (Array.isArray(value)) return prepare(value.map(parameterValue))
  return isTemporal(value) ? value.toString() : prepare(value)
}

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } })
  .utils

function prepare(value: unknown): unknown {
  if (value instanceof Date) throw new TypeError('pass times as Temporal, not Date')
  return prepareValue(value)
}

function isTemporal(value: unknown): value is { toString(): string } {
  return (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime ||
    value instanceof Temporal.PlainDateTime ||
    value instanceof Temporal.Duration
  )
}
