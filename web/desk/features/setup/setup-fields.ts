/** What the first-run page asks, in order; the names are those of the contract. */
export const SETUP_FIELDS = [
  'setupCode',
  'organisation',
  'site',
  'administrator',
  'login',
  'password',
] as const
export type SetupField = (typeof SETUP_FIELDS)[number]
export type SetupValues = Readonly<Record<SetupField, string>>

export const EMPTY_SETUP: SetupValues = {
  setupCode: '',
  organisation: '',
  site: '',
  administrator: '',
  login: '',
  password: '',
}

const SHORTEST_PASSWORD = 10
const LOGIN = /^[a-z0-9._-]{3,40}$/

export type SetupFault = 'missing' | 'login.wrong' | 'password.short'

/** What is wrong, by field; the server asks the same again. */
export function faultsOf(values: SetupValues): Partial<Record<SetupField, SetupFault>> {
  const faults: Partial<Record<SetupField, SetupFault>> = {}
  if (!LOGIN.test(values.login)) faults.login = 'login.wrong'
  if (values.password.length < SHORTEST_PASSWORD) faults.password = 'password.short'
  for (const field of SETUP_FIELDS) if (values[field].trim() === '') faults[field] = 'missing'
  return faults
}
