import type { PlaybookView } from '@yinuo/contract'
import type { FieldValue } from './entries.ts'

export type PlaybookField = PlaybookView['forms'][string]['fields'][number]
type Choices = PlaybookView['choices']
export type Choice = { readonly key: string; readonly label: string }

/** The contract leaves the fields of records open; the loader gives them the shape of form fields. */
export function recordFields(playbook: PlaybookView, kind: string): readonly PlaybookField[] {
  return (playbook.records[kind]?.fields ?? []) as readonly PlaybookField[]
}

export function choicesOf(field: PlaybookField, choices: Choices): readonly Choice[] {
  return field.choices === undefined ? [] : (choices[field.choices]?.values ?? [])
}

/** Up to four short options stand side by side; more go into a list. */
export function isSegmented(options: readonly Choice[]): boolean {
  return options.length > 0 && options.length <= 4
}

/**
 * The order in which fields stand in two columns: when a wide field would leave half a row empty, the short one after it
 * comes first. Reading, tabbing and the grid then go the same way.
 */
export function inRows(
  fields: readonly PlaybookField[],
  isWideField: (field: PlaybookField) => boolean,
): readonly PlaybookField[] {
  const left: PlaybookField[] = [...fields]
  const placed: PlaybookField[] = []
  let half = false
  while (left.length > 0) {
    const first: PlaybookField | undefined = left[0]
    const second: PlaybookField | undefined = left[1]
    const holds: boolean = half && first !== undefined && isWideField(first)
    const pulls: boolean = holds && second !== undefined && !isWideField(second)
    for (const field of left.splice(pulls ? 1 : 0, 1)) {
      half = !isWideField(field) && !half
      placed.push(field)
    }
  }
  return placed
}

/** Whether a field takes the whole width of the form. */
export function isWide(field: PlaybookField, choices: Choices): boolean {
  if (field.type === 'long-text' || isLongLabel(field) || isNote(field)) return true
  const letters = choicesOf(field, choices)
    .map((choice) => choice.label)
    .join('').length
  return letters > 10
}

function isNote(field: PlaybookField): boolean {
  return /[a-z](Note|Text)$/.test(field.key)
}

/** Longer labels stand above their control. */
export function isLongLabel(field: PlaybookField): boolean {
  return field.label.length > 7
}

export type FieldWords = {
  readonly yes: string
  readonly no: string
  readonly nameOf: (person: string) => string
  readonly money: (fen: number) => string
}

/** One value as a person reads it: choices by their label, money in yuan. Empty for nothing. */
export function shownValue(
  field: PlaybookField,
  value: FieldValue,
  choices: Choices,
  words: FieldWords,
): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (field.type === 'choice')
    return choicesOf(field, choices).find((choice) => choice.key === value)?.label ?? String(value)
  if (field.type === 'money' && typeof value === 'number') return words.money(value)
  if (field.type === 'person') return words.nameOf(String(value))
  return String(value)
}

/**
 * A field and the notes that belong to it (`trade` and `tradeNote`, `demand` and `demandText`) are one fact for a reader.
 * Keeps the order of the form.
 */
export function groupedFields(
  fields: readonly PlaybookField[],
): readonly { readonly lead: PlaybookField; readonly notes: readonly PlaybookField[] }[] {
  const groups: { lead: PlaybookField; notes: PlaybookField[] }[] = []
  for (const field of fields) {
    const group = groups.at(-1)
    if (group !== undefined && /^(Note|Text)$/.test(restOf(group.lead.key, field.key)))
      group.notes.push(field)
    else groups.push({ lead: field, notes: [] })
  }
  return groups
}

function restOf(prefix: string, key: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length) : ''
}
