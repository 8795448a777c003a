export type FieldValue = string | number | boolean | null
export type FormContent = {
  readonly values: Readonly<Record<string, FieldValue>>
  /** Field → why the customer cannot provide it (INV-02). */
  readonly unavailable: Readonly<Record<string, string>>
}
export type FormVersion = FormContent & { readonly version: number }
/** What stands in one field: a value, or the reason why there is none. */
export type Entry = { readonly value: FieldValue; readonly reason: string | null }

export const EMPTY_FORM: FormVersion = { version: 0, values: {}, unavailable: {} }

export function entryOf(content: FormContent, key: string): Entry {
  const reason = content.unavailable[key] ?? null
  const value = content.values[key] ?? null
  return { value: value === '' ? null : value, reason }
}

export function isFilled(entry: Entry): boolean {
  return entry.reason !== null || (entry.value !== null && String(entry.value).trim() !== '')
}

export function withValue(content: FormContent, key: string, value: FieldValue): FormContent {
  return {
    values: { ...content.values, [key]: value },
    unavailable: without(content.unavailable, [key]),
  }
}

/** Several fields at once get the same reason; what was typed in them before goes (INV-02). */
export function withUnavailable(
  content: FormContent,
  keys: readonly string[],
  reason: string,
): FormContent {
  return {
    values: without(content.values, keys),
    unavailable: {
      ...content.unavailable,
      ...Object.fromEntries(keys.map((key) => [key, reason])),
    },
  }
}

export function withoutReason(content: FormContent, key: string): FormContent {
  return { ...content, unavailable: without(content.unavailable, [key]) }
}

/** As it is sent: empty fields are left out. */
export function cleaned(content: FormContent): FormContent {
  const values = Object.fromEntries(
    Object.entries(content.values).filter(([, value]) => value !== null && value !== ''),
  )
  return { values, unavailable: content.unavailable }
}

function sameEntry(a: Entry, b: Entry): boolean {
  return a.value === b.value && a.reason === b.reason
}

export function changedKeys(
  keys: readonly string[],
  before: FormContent,
  after: FormContent,
): readonly string[] {
  return keys.filter((key) => !sameEntry(entryOf(before, key), entryOf(after, key)))
}

/** Fields that both sides changed, to different things: only these need a choice (SYS-08). */
export function conflictingKeys(
  keys: readonly string[],
  base: FormContent,
  mine: FormContent,
  theirs: FormContent,
): readonly string[] {
  return changedKeys(keys, base, mine)
    .filter((key) => !sameEntry(entryOf(base, key), entryOf(theirs, key)))
    .filter((key) => !sameEntry(entryOf(mine, key), entryOf(theirs, key)))
}

/** My changes on top of theirs; where both changed, what was chosen, and theirs until something is. */
export function rebased(
  keys: readonly string[],
  base: FormContent,
  mine: FormContent,
  theirs: FormContent,
  chosen: Readonly<Record<string, 'mine' | 'theirs'>> = {},
): FormContent {
  const conflicting = new Set(conflictingKeys(keys, base, mine, theirs))
  const kept = changedKeys(keys, base, mine).filter(
    (key) => !conflicting.has(key) || chosen[key] === 'mine',
  )
  return kept.reduce<FormContent>(
    (content, key) => {
      const { value, reason } = entryOf(mine, key)
      return reason === null
        ? withValue(content, key, value)
        : withUnavailable(content, [key], reason)
    },
    { values: theirs.values, unavailable: theirs.unavailable },
  )
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  keys: readonly string[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}
