import { civilDate, widestSight } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'

/** Posts that only carry out tasks get no customers; all others see the customers of their organisation, masked (SYS-09). */
export function maySeeCustomers({ actor, directory, now }: Principal): boolean {
  const today = civilDate(now, directory.zone)
  return [...directory.playbooks.values()].some(
    (playbook) => widestSight(actor, directory.people, playbook, today) !== 'tasks',
  )
}
