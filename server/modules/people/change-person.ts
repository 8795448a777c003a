import type { PersonView } from '@yinuo/contract'
import {
  lastAdministratorGates,
  openComplaintGates,
  type Playbook,
  type SiteId,
  superiorGates,
  type UnmetGate,
  type UserId,
} from '@yinuo/domain'
import { notFound } from '../../platform/http/problem.ts'
import { endSessions } from '../session/index.ts'
import { changeStaff, demandAll, type StaffCall, type StaffTx } from './change-staff.ts'
import type { PeoplePorts } from './people-ports.ts'
import type { PersonEvent } from './person-event.ts'
import { asPerson } from './person-row.ts'
import { openComplaintsOf, siteExists } from './person-store.ts'

export type PersonEdit = {
  readonly expectedVersion: number
  readonly name?: string | undefined
  readonly siteId?: SiteId | undefined
  readonly reportsTo?: UserId | null | undefined
  readonly active?: boolean | undefined
}

/**
 * Name, site, superior, in office or not, under the version the editor saw. Deactivating ends all sessions; it is refused for
 * the last administrator and while open complaints are in the person's name (CMP-08). Superiors in a circle are refused.
 */
export async function changePerson(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  edit: PersonEdit,
): Promise<PersonView> {
  const { expectedVersion } = edit
  const view = await changeStaff(
    ports,
    call,
    { id, command: 'change-person', expectedVersion },
    async (tx) => {
      await demandKnown(tx, edit)
      demandAll(await unmet(tx, edit), tx.principal)
      const events = eventsOf(tx, edit)
      if (events.some(({ type }) => type === 'deactivated'))
        await endSessions(tx.query, tx.orgId, id, null)
      return { person: edited(tx, edit), events }
    },
  )
  if (edit.active === false) ports.sessions.forgetAll()
  return view
}

/** Another organisation's site or person is as unknown as one that never was. */
async function demandKnown({ query, orgId, staff }: StaffTx, edit: PersonEdit): Promise<void> {
  if (typeof edit.reportsTo === 'string' && !staff.has(edit.reportsTo)) throw notFound()
  if (edit.siteId !== undefined && !(await siteExists(query, orgId, edit.siteId))) throw notFound()
}

async function unmet(tx: StaffTx, edit: PersonEdit): Promise<readonly UnmetGate[]> {
  const staff = new Map([...tx.staff].map(([userId, row]) => [userId, asPerson(row)]))
  const person = asPerson(tx.person)
  return [
    ...(edit.reportsTo === undefined ? [] : superiorGates(person, edit.reportsTo, staff)),
    ...(edit.active === false && person.active
      ? [
          ...lastAdministratorGates(person, [], staff, tx.principal.directory.playbooks),
          ...(await leavingGates(tx)),
        ]
      : []),
  ]
}

async function leavingGates(tx: StaffTx): Promise<readonly UnmetGate[]> {
  const open = await openComplaintsOf(tx.query, tx.orgId, tx.person.user_id)
  const playbooks = [...new Set(open.map(({ playbook }) => playbook))]
    .map((code) => tx.principal.directory.playbooks.get(code))
    .filter((playbook): playbook is Playbook => playbook !== undefined)
  return playbooks.flatMap((playbook) => {
    const numbers = open.filter((one) => one.playbook === playbook.code).map((one) => one.number)
    return openComplaintGates(asPerson(tx.person), numbers, playbook)
  })
}

function edited({ person }: StaffTx, edit: PersonEdit) {
  return {
    ...person,
    name: edit.name ?? person.name,
    site_id: edit.siteId ?? person.site_id,
    reports_to: edit.reportsTo === undefined ? person.reports_to : edit.reportsTo,
    active: edit.active ?? person.active,
  }
}

function eventsOf(tx: StaffTx, edit: PersonEdit): readonly PersonEvent[] {
  const { person: old } = tx
  const next = edited(tx, edit)
  const events: PersonEvent[] = []
  if (next.name !== old.name)
    events.push({ type: 'renamed', data: { name: next.name, before: old.name } })
  if (next.site_id !== old.site_id)
    events.push({ type: 'site-changed', data: { siteId: next.site_id, before: old.site_id } })
  if (next.reports_to !== old.reports_to)
    events.push({
      type: 'superior-changed',
      data: { reportsTo: next.reports_to, before: old.reports_to },
    })
  if (next.active !== old.active)
    events.push({ type: next.active ? 'reactivated' : 'deactivated', data: {} })
  return events
}
