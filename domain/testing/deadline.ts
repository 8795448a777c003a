import type { Commitment } from '../commitment/commitment.ts'
import { after, before } from '../kernel/instant.ts'

export const OPENED = '2026-03-02T01:00:00Z'

/** A deadline of four hours, warned of one hour before, with a ladder of three rungs; change what a test is about. */
export function deadline(changes: Partial<Commitment> = {}): Commitment {
  const dueAt = changes.dueAt ?? after(OPENED, 'PT4H')
  return {
    schema: 1,
    id: 'clock',
    kind: 'deadline',
    clock: 'approval',
    rule: 'APR-02',
    label: '领导批复',
    content: '',
    subject: { kind: 'complaint', id: 'complaint', number: 'TS-20260302-0001', title: '鑫源' },
    siteId: 'changzhou',
    owner: '陈志强',
    ownedBy: 'owner',
    toWhom: '',
    source: 'policy',
    openedAt: OPENED,
    dueAt,
    warnAt: before(dueAt, 'PT1H'),
    ladder: [
      { at: dueAt, to: 'owner' },
      { at: dueAt, to: 'superior' },
      { at: after(dueAt, 'PT15M'), to: 'superior-of-superior' },
      { at: after(dueAt, 'PT60M'), to: 'leaders' },
    ],
    fired: 0,
    outcome: 'open',
    missedAt: null,
    metAt: null,
    explanations: [],
    quietSpan: null,
    task: '',
    ...changes,
  }
}
