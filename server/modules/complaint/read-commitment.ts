import type { Pool } from 'pg'
import type { CommitmentView } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { presentCommitment } from '../commitment/index.ts'
import { readCaseOfCommitment } from './promise-store.ts'
import { readVisibleCase } from './read-complaint.ts'

export async function readCommitment(
  pool: Pool,
  principal: Principal,
  id: string,
): Promise<CommitmentView> {
  const complaintId = await readCaseOfCommitment(pool, principal.orgId, id)
  if (complaintId === null) throw notFound()
  const found = await readVisibleCase(pool, principal, complaintId)
  const commitment = found.commitments.find((one) => one.id === id)
  if (commitment === undefined) throw notFound()
  return presentCommitment(commitment, principal, found.state.owner)
}
