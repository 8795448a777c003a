import type { Json } from '../kernel/canonical.ts'
import type { Missing } from '../kernel/refusal.ts'
import type { Field, Playbook } from './playbook.ts'
import { isEntered } from './condition.ts'

/** What is wrong with the values of one form or record; empty fields are no error here (they may still be required). */
export function wrongValues(
  fields: readonly Field[],
  values: Readonly<Record<string, Json>>,
  unavailable: Readonly<Record<string, string>>,
  playbook: Playbook,
  form: string,
): readonly Missing[] {
  const known = new Map(fields.map((field) => [field.key, field]))
  const strangers = [...Object.keys(values), ...Object.keys(unavailable)].filter(
    (key) => !known.has(key),
  )
  const unasked = Object.keys(unavailable).filter(
    (key) => known.get(key)?.mayBeUnavailable === false,
  )
  return [
    ...strangers.map((key): Missing => ({ code: 'field-unknown', form, detail: key })),
    ...unasked.map((key): Missing => ({ code: 'field', form, field: key })),
    ...fields.flatMap((field) => wrongValue(field, values[field.key], playbook, form)),
  ]
}

function wrongValue(
  field: Field,
  value: Json | undefined,
  playbook: Playbook,
  form: string,
): readonly Missing[] {
  if (!isEntered(value)) return []
  const here = { form, field: field.key }
  if (typeof value === 'string' && value.length > field.maxLength)
    return [{ code: 'field-too-long', ...here, detail: String(field.maxLength) }]
  if (field.type === 'choice') {
    const list = field.choices === undefined ? undefined : playbook.choices[field.choices]
    return list?.values.some((choice) => choice.key === value) === true
      ? []
      : [{ code: 'field-choice', ...here }]
  }
  return hasType(field.type, value as Json) ? [] : [{ code: 'field-format', ...here }]
}

/** Digits, spaces and the marks people put between them; extension and several numbers allowed. Landline, mobile, 400. */
const PHONE = /^[+＋]?[\d０-９][\d０-９\s\-－—()（）/、,，;；转轉*#+]{4,39}$/u
const DATE = /^\d{4}-\d{2}-\d{2}$/

function hasType(type: Field['type'], value: Json): boolean {
  switch (type) {
    case 'text':
    case 'long-text':
    case 'choice':
    case 'person':
      return typeof value === 'string'
    case 'phone':
      return typeof value === 'string' && PHONE.test(value.trim())
    case 'date':
      return typeof value === 'string' && DATE.test(value) && isCivilDate(value)
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    case 'boolean':
      return typeof value === 'boolean'
  }
}

function isCivilDate(text: string): boolean {
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}
