import { endSessions, hashPassword, setCredential } from '../session/index.ts'
import { changeStaff, type StaffCall } from './change-staff.ts'
import { oneTimePassword } from './one-time-password.ts'
import type { PeoplePorts } from './people-ports.ts'

/**
 * A one-time password by the administrator, told in this answer and nowhere else (SYS-24). Whoever was logged in is out, and
 * whoever logs in with it may only change it. Null where the same request is answered again.
 */
export async function resetPassword(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
): Promise<string | null> {
  const password = oneTimePassword()
  // Before the transaction: 25 ms of hashing should hold no lock.
  const hash = await hashPassword(password)
  const own = id === call.principal.actor.id ? call.principal.sessionId : null
  let isSet = false
  await changeStaff(
    ports,
    call,
    { id, command: 'reset-password' },
    async ({ query, orgId, person }) => {
      await setCredential(query, orgId, id, hash, { oneTime: true })
      await endSessions(query, orgId, id, own)
      isSet = true
      return { person, events: [{ type: 'password-reset', data: {} }] }
    },
  )
  ports.sessions.forgetAll()
  return isSet ? password : null
}
