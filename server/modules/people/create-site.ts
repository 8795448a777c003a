import { randomUUIDv7 } from 'node:crypto'
import { ProblemError } from '../../platform/http/problem.ts'
import { recordChange } from '../../platform/log/record-change.ts'
import type { StaffCall } from './change-staff.ts'
import type { PeoplePorts } from './people-ports.ts'
import { insertSite } from './person-store.ts'

/** A further shop or plant (SYS-25). Two sites of one name could not be told apart in any list, so the second is `invalid`. */
export async function createSite(
  ports: PeoplePorts,
  call: StaffCall,
  input: { readonly id?: string | undefined; readonly name: string },
): Promise<{ readonly id: string; readonly name: string }> {
  const { orgId } = call.principal
  const name = input.name.trim()
  const id = input.id ?? randomUUIDv7()
  const recorded = await recordChange(
    ports.pool,
    call.principal,
    call,
    { noun: 'site', id, expectedVersion: 0 },
    async (tx) => {
      if (!(await insertSite(tx.query, orgId, id, name)))
        throw new ProblemError('invalid', {
          fields: [{ path: 'name', message: '已经有同名的现场' }],
        })
      return [{ type: 'site-created', data: { name } }]
    },
  )
  ports.directories.forget(orgId)
  if (!recorded.replayed)
    ports.changed({ orgId, noun: 'site', id: recorded.id, version: recorded.version })
  return { id: recorded.id, name }
}
