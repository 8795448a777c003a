type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The body once for each of its fields, with a value there that no field takes. */
export function withEachField(body: object): readonly string[] {
  const plain = JSON.parse(JSON.stringify(body)) as Readonly<Record<string, Json>>
  return Object.keys(plain).map((key) => JSON.stringify({ ...plain, [key]: { wrong: [[true]] } }))
}

/** What PostgreSQL cannot store and no person can type: NUL, and half a surrogate pair. */
const UNSTORABLE = ['\\u0000', 'a\\u0000b', '\\ud800', '\\udc00x']

/**
 * The body once for each text in it, key or value, spoilt. As JSON text with escapes, because half a surrogate pair does not
 * survive UTF-8.
 */
export function withEachText(body: object): readonly string[] {
  const plain = JSON.parse(JSON.stringify(body)) as Json
  return UNSTORABLE.flatMap((spoiler) =>
    spoiltOnce(plain, '@@').map((one) => JSON.stringify(one).replaceAll('@@', spoiler)),
  )
}

function spoiltOnce(value: Json, mark: string): readonly Json[] {
  if (typeof value === 'string') return [mark]
  if (value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) {
    const items = value as readonly Json[]
    return items.flatMap((item, index) =>
      spoiltOnce(item, mark).map((spoilt) => items.with(index, spoilt)),
    )
  }
  const record = value as Readonly<Record<string, Json>>
  return Object.entries(record).flatMap(([key, inner]) =>
    spoiltOnce(inner, mark).map((spoilt) => ({ ...record, [key]: spoilt })),
  )
}

/** The body once for each record in it whose keys are the sender's own, with a key that cannot be stored. */
export function withSpoiltKeys(body: object, records: readonly string[]): readonly string[] {
  const plain = JSON.parse(JSON.stringify(body)) as Readonly<Record<string, Json>>
  return UNSTORABLE.flatMap((spoiler) => spoiltKeys(plain, records, spoiler))
}

function spoiltKeys(value: Json, records: readonly string[], spoiler: string): readonly string[] {
  return placesOf(value, records).map((place) => JSON.stringify(place).replaceAll('@@', spoiler))
}

function placesOf(value: Json, records: readonly string[]): readonly Json[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return []
  const record = value as Readonly<Record<string, Json>>
  return Object.entries(record).flatMap(([key, inner]) => {
    const deeper = placesOf(inner, records).map((spoilt) => ({ ...record, [key]: spoilt }))
    const here = records.includes(key)
      ? [{ ...record, [key]: { ...(inner as object), '@@': 'x' } }]
      : []
    return [...here, ...deeper] as readonly Json[]
  })
}
