import type { PersonView } from '@yinuo/contract'
import { waiverGates } from '@yinuo/domain'
import { changeStaff, demandAll, type StaffCall } from './change-staff.ts'
import { judged, policyOf } from './judged-item.ts'
import type { PeoplePorts } from './people-ports.ts'

/** A leader excuses one item in writing, never for himself (STF-01, SYS-15). The figure assessed before stays readable. */
export function waiveQualification(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  { item, reason }: { readonly item: string; readonly reason: string },
): Promise<PersonView> {
  return changeStaff(ports, call, { id, command: 'waive-qualification' }, (tx) => {
    const { principal, person } = tx
    demandAll(waiverGates(id, principal.actor.id, policyOf(item, principal)), principal)
    const value = person.qualification[item]?.value ?? null
    return judged(tx, 'qualification-waived', item, { result: 'waived', value, reason })
  })
}
