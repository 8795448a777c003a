import { randomUUIDv7 } from 'node:crypto'
import type { PersonView } from '@yinuo/contract'
import { notFound, ProblemError } from '../../platform/http/problem.ts'
import { type ChangeTx, recordChange } from '../../platform/log/record-change.ts'
import { hashPassword, setCredential } from '../session/index.ts'
import { type StaffCall, tellAndView } from './change-staff.ts'
import { passwordlessCall } from './passwordless-call.ts'
import type { PeoplePorts } from './people-ports.ts'
import type { PersonEvent } from './person-event.ts'
import { insertPerson, type NewPerson, selectPeople, siteExists } from './person-store.ts'

/** An import keeps the hash only, from its preview to its run. */
type Secret =
  | { readonly password: string; readonly passwordHash?: undefined }
  | { readonly password?: undefined; readonly passwordHash: string }

/** A person who can log in at once and holds no post yet. A log-in name in use anywhere is `invalid`. */
export async function createPerson(
  ports: PeoplePorts,
  call: StaffCall,
  input: Omit<NewPerson, 'id'> & { readonly id?: string | undefined } & Secret,
): Promise<PersonView> {
  const { password, passwordHash, ...rest } = input
  const person: NewPerson = { ...rest, id: input.id ?? randomUUIDv7() }
  // Before the transaction: 25 ms of hashing should hold no lock.
  const hash = passwordHash ?? (await hashPassword(password))
  const recorded = await recordChange(
    ports.pool,
    call.principal,
    passwordlessCall(call, input),
    { noun: 'person', id: person.id, expectedVersion: 0 },
    async (tx) => {
      await demandPlace(tx, person)
      if (!(await insertPerson(tx.query, tx.orgId, person))) await refuseTaken(tx, person)
      await setCredential(tx.query, tx.orgId, person.id, hash)
      const { id: _id, ...data } = person
      return [{ type: 'person-created', data } satisfies PersonEvent]
    },
  )
  return tellAndView(ports, call.principal, recorded)
}

async function demandPlace(tx: ChangeTx, person: NewPerson): Promise<void> {
  const people = await selectPeople(tx.db, tx.orgId)
  const superiorKnown =
    person.reportsTo === null || people.some(({ user_id }) => user_id === person.reportsTo)
  if (!superiorKnown || !(await siteExists(tx.query, tx.orgId, person.siteId))) throw notFound()
}

async function refuseTaken(tx: ChangeTx, person: NewPerson): Promise<never> {
  const standing = (await selectPeople(tx.db, tx.orgId)).find((one) => one.user_id === person.id)
  if (standing !== undefined)
    throw new ProblemError('conflict', { current: { version: standing.version } })
  throw new ProblemError('invalid', {
    fields: [{ path: 'login', message: '这个登录名已经有人用了，请换一个' }],
  })
}
