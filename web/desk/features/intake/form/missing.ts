import type { PlaybookView } from '@yinuo/contract'
import type { DraftContent } from '../draft/content.ts'

export type RegistrationForm = PlaybookView['forms'][string]
export type RegistrationField = RegistrationForm['fields'][number]

/** Fields that the customer's file fills in at registration, masked on the screen. */
export type FromFile = Readonly<Record<string, string>>

/**
 * The required fields still empty, in the order of the form: a hint while typing. What may be registered is judged by the
 * server alone.
 */
export function missingFields(
  form: RegistrationForm,
  content: DraftContent,
  fromFile: FromFile,
): readonly RegistrationField[] {
  return form.fields.filter(
    (field) =>
      field.required &&
      isEmpty(content.values[field.key]) &&
      isEmpty(fromFile[field.key]) &&
      content.unavailable[field.key] === undefined,
  )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
