import { hashPassword, endSessions, setCredential } from '../session/index.ts'
import { changeStaff, type StaffCall } from './change-staff.ts'
import { passwordlessCall } from './passwordless-call.ts'
import type { PeoplePorts } from './people-ports.ts'

/** A new password by the administrator; whoever was logged in with the old one is out. */
export async function resetPassword(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  password: string,
): Promise<void> {
  const hash = await hashPassword(password)
  const own = id === call.principal.actor.id ? call.principal.sessionId : null
  await changeStaff(
    ports,
    passwordlessCall(call, { id, password }),
    { id, command: 'reset-password' },
    async ({ query, orgId, person }) => {
      await setCredential(query, orgId, id, hash)
      await endSessions(query, orgId, id, own)
      return { person, events: [{ type: 'password-reset', data: {} }] }
    },
  )
  ports.sessions.forgetAll()
}
