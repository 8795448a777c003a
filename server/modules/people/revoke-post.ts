import type { PersonView } from '@yinuo/contract'
import {
  type HeldPost,
  isSamePost,
  lastAdministratorGates,
  openComplaintGates,
} from '@yinuo/domain'
import { changeStaff, demandAll, type StaffCall, type StaffTx } from './change-staff.ts'
import type { PeoplePorts } from './people-ports.ts'
import { asPerson } from './person-row.ts'
import { openComplaintsOf } from './person-store.ts'

/**
 * Takes a post away. Refused for the last administrator, and while the person answers for open complaints that he could then
 * not even hand over (CMP-08). A post not held changes nothing.
 */
export function revokePost(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  held: HeldPost,
): Promise<PersonView> {
  return changeStaff(ports, call, { id, command: 'revoke-post' }, async (tx) => {
    const { person, principal } = tx
    if (!person.posts.some((own) => isSamePost(own, held))) return { person, events: [] }
    const posts = person.posts.filter((own) => !isSamePost(own, held))
    const staff = new Map([...tx.staff].map(([userId, row]) => [userId, asPerson(row)]))
    const { playbooks } = principal.directory
    demandAll(
      [
        ...lastAdministratorGates(asPerson(person), posts, staff, playbooks),
        ...(await strandedGates(tx, held, posts)),
      ],
      principal,
    )
    return { person: { ...person, posts }, events: [{ type: 'post-revoked', data: held }] }
  })
}

async function strandedGates(tx: StaffTx, held: HeldPost, posts: readonly HeldPost[]) {
  const playbook = tx.principal.directory.playbooks.get(held.playbook)
  const mayHandOver = posts.some(
    (own) =>
      own.playbook === held.playbook && playbook?.posts[own.post]?.duties.includes('hand-over'),
  )
  if (playbook === undefined || mayHandOver) return []
  const open = await openComplaintsOf(tx.query, tx.orgId, tx.person.user_id)
  const numbers = open.filter((one) => one.playbook === held.playbook).map((one) => one.number)
  return openComplaintGates(asPerson(tx.person), numbers, playbook)
}
