import type { UnmetGate, UserId } from '@yinuo/domain'
import type { PersonView } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound, RefusedError } from '../../platform/http/problem.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { type ChangeTx, recordChange } from '../../platform/log/record-change.ts'
import type { PeoplePorts } from './people-ports.ts'
import type { PersonEvent } from './person-event.ts'
import type { PersonRow } from './person-row.ts'
import { lockStaff, selectPeople, updatePerson } from './person-store.ts'
import { viewPerson } from './view-person.ts'

/** Who asks for a change of staff, under which key. */
export type StaffCall = {
  readonly principal: Principal
  readonly key: string
  readonly inputHash: Buffer
}

export type StaffTx = ChangeTx & {
  readonly principal: Principal
  /** The person to change, as he stands now. */
  readonly person: PersonRow
  /** Everybody of the organisation, read after all other changes of staff were held back. */
  readonly staff: ReadonlyMap<UserId, PersonRow>
}

export type StaffChange = { readonly person: PersonRow; readonly events: readonly PersonEvent[] }

/**
 * One change of one person: judged against the staff as it stands, written with its events, then told to whoever keeps a
 * copy. A refusal changes nothing and is recorded.
 */
export async function changeStaff(
  ports: PeoplePorts,
  call: StaffCall,
  target: { readonly id: UserId; readonly command: string; readonly expectedVersion?: number },
  decide: (tx: StaffTx) => Promise<StaffChange> | StaffChange,
): Promise<PersonView> {
  const { principal } = call
  const { id, command, expectedVersion = null } = target
  const recorded = await recordingRefusal(ports, principal, command, id, () =>
    recordChange(
      ports.pool,
      principal,
      call,
      { noun: 'person', id, expectedVersion },
      async (tx) => {
        await lockStaff(tx.query, tx.orgId)
        const rows = await selectPeople(tx.db, tx.orgId)
        const staff = new Map(rows.map((row) => [row.user_id, row]))
        const person = staff.get(id)
        if (person === undefined) throw notFound()
        const change = await decide({ ...tx, principal, person, staff })
        if (change.events.length > 0) await updatePerson(tx.query, tx.orgId, change.person)
        return change.events
      },
    ),
  )
  return tellAndView(ports, principal, recorded)
}

export async function tellAndView(
  ports: PeoplePorts,
  principal: Principal,
  recorded: { readonly id: UserId; readonly version: number; readonly replayed: boolean },
): Promise<PersonView> {
  const { orgId } = principal
  ports.directories.forget(orgId)
  if (!recorded.replayed)
    ports.changed({ orgId, noun: 'person', id: recorded.id, version: recorded.version })
  return viewPerson(ports, principal, recorded.id)
}

/** Refuses with every unmet gate at once (SYS-20). */
export function demandAll(gates: readonly UnmetGate[], principal: Principal): void {
  if (gates.length === 0) return
  const { directory } = principal
  const playbook = [...directory.playbooks.values()].find((one) => one.qualification.length > 0)
  throw new RefusedError(gates, wordUnmet(gates, directory, playbook))
}

async function recordingRefusal<T>(
  ports: Pick<PeoplePorts, 'recordRefusal'>,
  principal: Principal,
  command: string,
  subjectId: string | null,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    // After the rollback: a second connection inside the transaction could exhaust the pool.
    if (error instanceof RefusedError)
      await ports.recordRefusal(principal, command, subjectId, error.gates)
    throw error
  }
}
