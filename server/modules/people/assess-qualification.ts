import type { PersonView } from '@yinuo/contract'
import { assessmentGates, type QualificationEntry } from '@yinuo/domain'
import { changeStaff, demandAll, type StaffCall } from './change-staff.ts'
import { judged, policyOf } from './judged-item.ts'
import type { PeoplePorts } from './people-ports.ts'

/** Records one item as met or not met; fewer years than the minimum cannot be met (STF-02). */
export function assessQualification(
  ports: PeoplePorts,
  call: StaffCall,
  id: string,
  assessed: Pick<QualificationEntry, 'value'> & {
    readonly item: string
    readonly result: 'fulfilled' | 'failed'
  },
): Promise<PersonView> {
  const { item, result, value } = assessed
  return changeStaff(ports, call, { id, command: 'assess-qualification' }, (tx) => {
    demandAll(assessmentGates(item, result, value, policyOf(item, tx.principal)), tx.principal)
    return judged(tx, 'qualification-assessed', item, { result, value, reason: '' })
  })
}
