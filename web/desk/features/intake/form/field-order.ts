import type { RegistrationField, RegistrationForm } from './missing.ts'

/** Two short fields that people say in one breath share a row. */
const TOGETHER: Readonly<Record<string, string>> = {
  reporter: 'salutation',
  productName: 'spec',
}

export type FieldRowPlan = readonly [RegistrationField, RegistrationField?]

/** The fields of the playbook's form as rows; a field the playbook does not have leaves its partner alone. */
export function rowsOf(
  form: RegistrationForm,
  hidden: (key: string) => boolean,
): readonly FieldRowPlan[] {
  const byKey = new Map(form.fields.map((field) => [field.key, field]))
  const seconds = new Set(
    Object.entries(TOGETHER)
      .filter(([first]) => byKey.has(first))
      .map(([, second]) => second),
  )
  return form.fields
    .filter((field) => !seconds.has(field.key) && !hidden(field.key))
    .map((field) => {
      const second = byKey.get(TOGETHER[field.key] ?? '')
      return second === undefined ? [field] : [field, second]
    })
}
