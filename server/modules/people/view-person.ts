import type { PersonView } from '@yinuo/contract'
import { countsUntil, lapsedItems, missingItems, type UserId } from '@yinuo/domain'
import type { Directory, Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { lookedAt } from './looked-at.ts'
import type { PeoplePorts } from './people-ports.ts'
import type { PersonRow } from './person-row.ts'
import { readAllPeople, readPerson } from './person-store.ts'

type ReadPorts = Pick<PeoplePorts, 'pool' | 'directories'>

/** One person of the organisation; another organisation's id is not found. */
export async function viewPerson(
  ports: ReadPorts,
  principal: Principal,
  id: UserId,
): Promise<PersonView> {
  const [row, directory] = await Promise.all([
    readPerson(ports.pool, principal.orgId, id),
    ports.directories.read(principal.orgId),
  ])
  if (row === null) throw notFound()
  return present(row, directory, principal)
}

/** Everybody of the organisation: whoever is logged in may need a name and a post, for a hand-over or a question. */
export async function viewPeople(
  ports: ReadPorts,
  principal: Principal,
): Promise<readonly PersonView[]> {
  const [rows, directory] = await Promise.all([
    readAllPeople(ports.pool, principal.orgId),
    ports.directories.read(principal.orgId),
  ])
  return rows.map((row) => present(row, directory, principal))
}

/** Log-in name, deputies and qualification are for those who keep them, and for oneself. */
function present(row: PersonRow, directory: Directory, principal: Principal): PersonView {
  const open =
    row.user_id === principal.actor.id ||
    principal.duties.has('administer') ||
    principal.duties.has('waive-qualification')
  const ref = (id: UserId) => ({ id, name: directory.people.get(id)?.name ?? '' })
  return {
    id: row.user_id,
    version: row.version,
    name: row.name,
    login: open ? row.login : '',
    site: { id: row.site_id, name: directory.sites.get(row.site_id)?.name ?? '' },
    reportsTo: row.reports_to === null ? null : ref(row.reports_to),
    active: row.active,
    posts: row.posts.map((held) => ({
      ...held,
      label: directory.playbooks.get(held.playbook)?.posts[held.post]?.label ?? held.post,
    })),
    deputies: open ? row.deputies.map((one) => ({ ...one, deputy: ref(one.deputy) })) : [],
    qualification: open
      ? Object.fromEntries(
          Object.entries(row.qualification).map(([item, { result, value, by, at, reason }]) => [
            item,
            { result, value, assessor: ref(by), at, until: untilOf(row, item, directory), reason },
          ]),
        )
      : {},
    unqualifiedFor: open ? labels(row, principal, missingItems) : [],
    lapsed: open ? labels(row, principal, lapsedItems) : [],
  }
}

function labels(row: PersonRow, principal: Principal, itemsOf: typeof missingItems): string[] {
  const found = [...principal.directory.playbooks.values()].flatMap((playbook) =>
    itemsOf(row.qualification, playbook, lookedAt(principal)).map(({ label }) => label),
  )
  return [...new Set(found)]
}

function untilOf(row: PersonRow, key: string, { playbooks, zone }: Directory): string | null {
  const item = [...playbooks.values()]
    .flatMap(({ qualification }) => qualification)
    .find((one) => one.key === key)
  const entry = row.qualification[key]
  return item === undefined || entry === undefined ? null : countsUntil(item, entry, zone)
}
