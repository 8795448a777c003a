import { randomUUIDv7 } from 'node:crypto'
import type { PersonView } from '@yinuo/contract'
import { type DateText, deputyGates, type UserId } from '@yinuo/domain'
import { notFound } from '../../platform/http/problem.ts'
import { changeStaff, demandAll, type StaffCall } from './change-staff.ts'
import type { PeoplePorts } from './people-ports.ts'
import { lookedAt } from './looked-at.ts'
import { asPerson } from './person-row.ts'

/** Names who stands in for a person from one day to another, both included (SYS-15); `deputyGates` says when not. */
export function nameDeputy(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  named: { readonly deputy: UserId; readonly from: DateText; readonly until: DateText },
): Promise<PersonView> {
  const { deputy, from, until } = named
  return changeStaff(
    ports,
    call,
    { id, command: 'name-deputy' },
    ({ person, staff, principal }) => {
      const row = staff.get(deputy)
      if (row === undefined) throw notFound()
      const { playbooks } = principal.directory
      const standIn = { person: asPerson(row), qualification: row.qualification }
      const on = lookedAt(principal)
      demandAll(deputyGates(asPerson(person), standIn, { from, until }, playbooks, on), principal)
      const deputyId = randomUUIDv7()
      return {
        person: {
          ...person,
          deputies: [...person.deputies, { id: deputyId, deputy, from, until }],
        },
        events: [{ type: 'deputy-named', data: { deputyId, deputy, from, until } }],
      }
    },
  )
}
