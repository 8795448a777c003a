import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../platform/log/logger.ts'
import { registration, walkCase } from '../testing/case-walk.ts'
import { createOffice, METRICS_TOKEN, type Office } from '../testing/office.ts'
import { OFFICE_PASSWORD } from '../testing/office-staff.ts'

// Rows 31 and 32 of reliability.md: canaries that must not be seen where nobody may read them.

const PHONE = '13912345678'
const ADDRESS = '金丝雀路77号'
const WORDS = '金丝雀说的话'
const NEW_PASSWORD = 'canary-password-one'
const WRONG_PASSWORD = 'canary-password-two'

let office: Office
let log = ''
let tokens: string[]
/** Made by the server in the course of the provocation. */
let oneTimePassword = ''
beforeAll(async () => {
  // The most talkative level there is: what is not written now is never written.
  const logger = createLogger('trace', { write: (line) => void (log += line) })
  office = await createOffice({ logger, start: true })
  tokens = Object.values(office.staff).map(({ token }) => token)
  await useEverything()
}, 120_000)
afterAll(() => office.stop())

async function useEverything(): Promise<void> {
  const { staff, call } = office
  const values = { ...registration().values, phone: PHONE, address: ADDRESS, reason: WORDS }
  const { id } = await walkCase(office, office, 'finding-out', { values })
  await call(staff.receptionist, 'POST', '/customers', {
    name: '金丝雀',
    party: 'private',
    phone: PHONE,
    address: ADDRESS,
  })
  await call(staff.receptionist, 'GET', `/customers/find?q=${PHONE}`)
  await call(staff.handler, 'POST', `/complaints/${id}/reveal`, {
    form: 'registration',
    field: 'phone',
  })
  // Refused: a form without its mandatory fields, and a post without the duty.
  await call(staff.receptionist, 'POST', '/complaints', registration({ values: { phone: PHONE } }))
  await call(staff.warehouse, 'POST', '/complaints', registration({ values }))
  await call(staff.handler, 'POST', `/complaints/${id}/save-form`, {
    form: 'finding-out',
    expectedVersion: 0,
    values: { symptom: WORDS, producedOn: PHONE },
  })
  await call(staff.newcomer, 'POST', `/people/${staff.handler.id}/password`, {})
  const reset = await call<{ password: string }>(
    staff.administrator,
    'POST',
    `/people/${staff.marketing.id}/password`,
    {},
  )
  oneTimePassword = reset.body.password
  await call(null, 'POST', '/login', { login: 'liufang', password: WRONG_PASSWORD })
  await call(staff.newcomer, 'POST', '/me/password', {
    current: WRONG_PASSWORD,
    next: NEW_PASSWORD,
  })
  // Broken input and an error of the program itself, which is logged with all it knows.
  await call(staff.receptionist, 'POST', '/complaints', { phone: PHONE, password: NEW_PASSWORD })
  await office.database.admin.query('alter table customer rename to customer_away')
  const broken = await call(staff.receptionist, 'POST', '/customers', {
    name: '金丝雀二',
    party: 'private',
    phone: PHONE,
    note: WORDS,
  })
  await office.database.admin.query('alter table customer_away rename to customer')
  expect(broken.status).toBe(500)
}

const secrets = (): readonly string[] => [
  oneTimePassword,
  PHONE,
  ADDRESS,
  WORDS,
  NEW_PASSWORD,
  WRONG_PASSWORD,
  OFFICE_PASSWORD,
  ...tokens,
]

test('no password, session token, phone number, address or word of a customer is in the log', () => {
  expect(log).toContain('internal')
  for (const secret of secrets()) expect(log, secret).not.toContain(secret)
  expect(log).not.toMatch(/\$argon2/)
})

test('nor in what the program tells a monitor', async () => {
  const ask = async (url: string): Promise<string> => {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
    return (await office.app.server.inject({ url, headers })).body
  }
  const [metrics = '', ...health] = await Promise.all(
    ['/metrics', '/health/live', '/health/ready'].map(ask),
  )
  expect(metrics).toContain('route="/api/v1/customers/find"')
  for (const text of [metrics, ...health])
    for (const secret of [...secrets(), '金丝雀', '刘芳', 'liufang', '岭川'])
      expect(text, secret).not.toContain(secret)
  // An id in a label would be one series per case.
  expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
})

test('nor in any refusal that is kept, which is read by more people than the case', async () => {
  const { rows } = await office.database.admin.query<{ refusal: object }>(
    'select to_jsonb(r) as refusal from refusal r',
  )
  expect(rows.length).toBeGreaterThan(3)
  const text = JSON.stringify(rows)
  for (const secret of secrets()) expect(text, secret).not.toContain(secret)
})

test('passwords and tokens are nowhere in the database in clear', async () => {
  const { rows: tables } = await office.database.admin.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  expect(tables.length).toBeGreaterThan(20)
  for (const { name } of tables) {
    const { rows } = await office.database.admin.query<{ text: string | null }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    )
    const text = rows[0]?.text ?? ''
    for (const secret of [NEW_PASSWORD, WRONG_PASSWORD, OFFICE_PASSWORD, ...tokens])
      expect(text, name).not.toContain(secret)
  }
})
