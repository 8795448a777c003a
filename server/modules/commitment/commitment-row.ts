import { type Commitment, nextFireAt } from '@yinuo/domain'
import type { StreamHead } from '../../platform/log/chain.ts'

/** A commitment as `write_commitments` takes it; `expected` is the number of events its writer saw, 0 for a new one. */
export function commitmentRow(state: Commitment, expected: number, head: StreamHead): object {
  return {
    commitment_id: state.id,
    complaint_id: state.subject.id,
    kind: state.kind,
    clock: state.clock,
    expected,
    seq: head.seq,
    head_hash: head.hash.toString('hex'),
    state,
    owner_id: state.owner,
    outcome: state.outcome,
    due_at: state.dueAt,
    warn_at: state.warnAt,
    missed_at: state.missedAt,
    met_at: state.metAt,
    next_fire_at: nextFireAt(state),
  }
}
