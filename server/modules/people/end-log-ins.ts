import type { PersonView } from '@yinuo/contract'
import { notFound } from '../../platform/http/problem.ts'
import { endSession, endSessions } from '../session/index.ts'
import { changeStaff, type StaffCall } from './change-staff.ts'
import type { PeoplePorts } from './people-ports.ts'

/** Ends one log-in of a person, or all of them but the caller's own (SYS-24). */
export async function endLogIns(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  session: string | null,
): Promise<PersonView> {
  const view = await changeStaff(
    ports,
    call,
    { id, command: 'end-log-ins' },
    async ({ query, orgId, person }) => {
      if (session === null) await endSessions(query, orgId, id, call.principal.sessionId)
      else if (!(await endSession(query, orgId, id, session))) throw notFound()
      return { person, events: [{ type: 'sessions-ended', data: { all: session === null } }] }
    },
  )
  ports.sessions.forgetAll()
  return view
}
