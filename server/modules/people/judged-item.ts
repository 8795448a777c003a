import type { Playbook, QualificationEntry } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { StaffChange, StaffTx } from './change-staff.ts'

/** The person with one item judged anew; the event keeps what stood before (SYS-02). */
export function judged(
  tx: StaffTx,
  type: 'qualification-assessed' | 'qualification-waived',
  item: string,
  entry: Pick<QualificationEntry, 'result' | 'value' | 'reason'>,
): StaffChange {
  const { person, principal, now } = tx
  const old = person.qualification[item]
  const before =
    old === undefined ? null : { result: old.result, value: old.value, reason: old.reason }
  const standing = { ...entry, by: principal.actor.id, at: now }
  return {
    person: { ...person, qualification: { ...person.qualification, [item]: standing } },
    events: [{ type, data: { item, ...entry, before } }],
  }
}

/** One record serves every playbook, so an item of any of them may be judged. */
export function policyOf(item: string, principal: Principal): Playbook {
  const playbook = [...principal.directory.playbooks.values()].find((one) =>
    one.qualification.some(({ key }) => key === item),
  )
  if (playbook !== undefined) return playbook
  throw new ProblemError('invalid', { fields: [{ path: 'item', message: '没有这一项资格' }] })
}
