import type { PersonView } from '@yinuo/contract'
import { grantGates, type HeldPost, isSamePost, lendingGates } from '@yinuo/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import { changeStaff, demandAll, type StaffCall, type StaffTx } from './change-staff.ts'
import type { PeoplePorts } from './people-ports.ts'
import { lookedAt } from './looked-at.ts'
import { asPerson } from './person-row.ts'

/**
 * Gives a person a post. A qualified post is refused with every item still missing (STF-01), also those of deputies who would
 * be lent it. A post already held changes nothing.
 */
export function grantPost(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  held: HeldPost,
): Promise<PersonView> {
  return changeStaff(ports, call, { id, command: 'grant-post' }, (tx) => {
    const { person, principal } = tx
    const playbook = principal.directory.playbooks.get(held.playbook)
    if (playbook?.posts[held.post] === undefined)
      throw new ProblemError('invalid', { fields: [{ path: 'post', message: '没有这个岗位' }] })
    if (person.posts.some((own) => isSamePost(own, held))) return { person, events: [] }
    demandAll(
      [
        ...grantGates(held.post, person.qualification, playbook, lookedAt(principal)),
        ...deputiesGates(tx, held),
      ],
      principal,
    )
    return {
      person: { ...person, posts: [...person.posts, held] },
      events: [{ type: 'post-granted', data: held }],
    }
  })
}

function deputiesGates(tx: StaffTx, held: HeldPost) {
  const { playbooks } = tx.principal.directory
  const on = lookedAt(tx.principal)
  return tx.person.deputies
    .filter(({ until }) => until >= on.today)
    .flatMap(({ deputy }) => {
      const row = tx.staff.get(deputy)
      if (row === undefined) return []
      return lendingGates(
        [held],
        { person: asPerson(row), qualification: row.qualification },
        playbooks,
        on,
      )
    })
}
