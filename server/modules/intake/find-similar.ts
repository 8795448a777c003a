import type { Pool } from 'pg'
import { ALIKE, before, likeness } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { type RecentCase, readRecentCases } from './draft-store.ts'

export type SimilarInput = {
  readonly playbook: string
  readonly customerId: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/** SYS-16: same customer, same product where both are known, similar reason, within seven days; offered, never merged by itself. */
export async function findSimilar(
  pool: Pool,
  principal: Principal,
  draft: SimilarInput,
): Promise<readonly RecentCase[]> {
  const days = Number(
    principal.directory.playbooks.get(draft.playbook)?.settings['similarDays'] ?? 7,
  )
  const name = text(draft.values['company'])
  if (draft.customerId === null && name === '') return []
  const recent = await readRecentCases(
    pool,
    principal.orgId,
    { id: draft.customerId, name },
    before(principal.now, `P${days}D`),
  )
  const product = text(draft.values['productName'])
  const reason = text(draft.values['reason'])
  return recent.filter((one) => {
    const sameProduct = product === '' || !one.product || likeness(product, one.product) >= ALIKE
    return sameProduct && likeness(reason, one.reason) >= ALIKE
  })
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
