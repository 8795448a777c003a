/** What has to be typed; site and superior are chosen. */
export const NEW_PERSON_FIELDS = ['name', 'login', 'password'] as const
export type NewPersonField = (typeof NEW_PERSON_FIELDS)[number]
export type NewPerson = Readonly<Record<NewPersonField, string>> & {
  readonly siteId: string
  readonly reportsTo: string
}

export type NewPersonFault = 'fault.empty' | 'fault.login' | 'password.short'

/** Told before sending, to save a round; the server judges again. */
export function faultsOf(values: NewPerson): Partial<Record<NewPersonField, NewPersonFault>> {
  return {
    ...(values.name.trim() === '' ? { name: 'fault.empty' as const } : {}),
    ...(/^[a-z0-9._-]{3,40}$/.test(values.login) ? {} : { login: 'fault.login' as const }),
    ...(values.password.length >= 10 ? {} : { password: 'password.short' as const }),
  }
}
