import { createHash } from 'node:crypto'
import { lapsedItems, superiorOf } from '@yinuo/domain'
import type { Directory } from '../../platform/http/principal.ts'
import type { PeoplePorts } from './people-ports.ts'
import type { PersonRow } from './person-row.ts'
import { lookedAt } from './looked-at.ts'
import { type LapseNotice, writeLapseNotices } from './lapse-store.ts'
import { readAllPeople } from './person-store.ts'

/**
 * Tells superiors which yearly assessments of their people have lapsed (STF-10), each lapse once however often and on however
 * many nodes this runs: the notice's id is made of what it tells. How many were told now.
 */
export async function tellLapsed(
  ports: Pick<PeoplePorts, 'pool' | 'changed'>,
  directory: Directory,
  now: string,
): Promise<number> {
  const people = await readAllPeople(ports.pool, directory.orgId)
  const notices = people
    .filter(({ active }) => active)
    .flatMap((person) => noticesAbout(person, directory, now))
  const told = await writeLapseNotices(ports.pool, directory.orgId, notices)
  const { orgId } = directory
  if (told > 0) ports.changed({ orgId, noun: 'notice', id: orgId, version: 0 })
  return told
}

function noticesAbout(row: PersonRow, directory: Directory, now: string): readonly LapseNotice[] {
  const person = directory.people.get(row.user_id)
  if (person === undefined) return []
  const on = lookedAt({ now, directory })
  return [...directory.playbooks.values()].flatMap((playbook) => {
    // Whoever holds no such post has no use for an assessment that goes on counting.
    const holds = row.posts.some(
      (held) => held.playbook === playbook.code && playbook.posts[held.post]?.qualified === true,
    )
    const lapsed = holds ? lapsedItems(row.qualification, playbook, on) : []
    const superior = superiorOf(person, directory.people, playbook, on.today)
    if (lapsed.length === 0 || superior === undefined) return []
    const assessed = lapsed.map(({ key }) => `${key} ${row.qualification[key]?.at ?? ''}`)
    return [
      {
        id: idOf([directory.orgId, playbook.code, row.user_id, superior.id, ...assessed]),
        to: superior.id,
        at: now,
        content: {
          title: person.name,
          detail: lapsed.map(({ label }) => label).join('、'),
          personId: person.id,
        },
      },
    ]
  })
}

/** The same facts, the same UUID. */
function idOf(facts: readonly string[]): string {
  const hex = createHash('sha256').update(facts.join('\n')).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
