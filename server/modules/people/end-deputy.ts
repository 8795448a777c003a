import type { PersonView } from '@yinuo/contract'
import { notFound } from '../../platform/http/problem.ts'
import { changeStaff, type StaffCall } from './change-staff.ts'
import type { PeoplePorts } from './people-ports.ts'

/** Ends a deputyship at once; that it was, and who did what under it, stays in the log. */
export function endDeputy(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  deputyId: string,
): Promise<PersonView> {
  return changeStaff(ports, call, { id, command: 'end-deputy' }, ({ person }) => {
    const ended = person.deputies.find((one) => one.id === deputyId)
    if (ended === undefined) throw notFound()
    return {
      person: { ...person, deputies: person.deputies.filter((one) => one !== ended) },
      events: [{ type: 'deputy-ended', data: { deputyId, deputy: ended.deputy } }],
    }
  })
}
