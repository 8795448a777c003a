import type { Pool } from 'pg'
import type { ComplaintView } from '@yinuo/contract'
import { canSee } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { loadCase } from './complaint-store.ts'
import type { InHand } from './in-hand.ts'
import { presentComplaint } from './present-complaint.ts'
import { type CaseNow, contextOf } from './run-case-command.ts'

export async function readComplaint(
  ports: { readonly pool: Pool; readonly inHand: InHand },
  principal: Principal,
  id: string,
): Promise<ComplaintView> {
  const found = await readVisibleCase(ports.pool, principal, id)
  return presentComplaint(found, principal, await ports.inHand.counts(principal.orgId))
}

/** The case, if this person may see it; otherwise it does not exist. */
export async function readVisibleCase(
  pool: Pool,
  principal: Principal,
  id: string,
): Promise<CaseNow> {
  const { found } = await loadCase(pool, principal.orgId, id, null)
  if (
    found === null ||
    !canSee(found.state, contextOf(principal, found.state.playbook, principal.now))
  )
    throw notFound()
  return {
    state: found.state,
    version: found.version,
    commitments: found.commitments.map((one) => one.state),
    now: principal.now,
  }
}
