import {
  begin,
  beginCommitment,
  canonical,
  type Commitment,
  type ComplaintState,
  evolve,
  evolveCommitment,
  type Json,
  type Playbook,
  type RecordedCommitmentEvent,
  type RecordedEvent,
} from '@yinuo/domain'
import { unflatten } from './chain.ts'
import type { StateRow, StoredEvent } from './verify-store.ts'

type Recorded = {
  readonly type: string
  readonly data: Json
  readonly at: string
  readonly by: string | null
}

/** What the stored state says otherwise than its events, by top-level key; null when it cannot be told. */
export function compareWithReplay(
  noun: string,
  id: string,
  events: readonly StoredEvent[],
  stored: StateRow,
  playbooks: readonly Playbook[],
): readonly string[] | null {
  const history = events.map((event): Recorded => ({
    type: event.type,
    data: unflatten(event.fields ?? {}),
    at: event.business_at.toString(),
    by: event.actor_id,
  }))
  const replayed = replay(noun, id, history, stored, playbooks)
  if (replayed === null) return null
  return [
    ...differences(replayed, stored.state as Readonly<Record<string, Json>>),
    ...Object.entries(stored.beside)
      .filter(([key, value]) => canonical(value) !== canonical(replayed[key] ?? null))
      .map(([key]) => key),
  ]
}

function replay(
  noun: string,
  id: string,
  history: readonly Recorded[],
  { state }: StateRow,
  playbooks: readonly Playbook[],
): Readonly<Record<string, Json>> | null {
  const [first, ...rest] = history
  if (noun === 'complaint') {
    const { playbook: code, playbookVersion } = state as unknown as ComplaintState
    const playbook = playbooks.find((one) => one.code === code && one.version === playbookVersion)
    const opening = first as unknown as RecordedEvent | undefined
    if (playbook === undefined || opening?.type !== 'registered') return null
    const later = rest as unknown as readonly RecordedEvent[]
    const end = later.reduce(
      (current, event) => evolve(current, event, playbook),
      begin(id, opening, playbook),
    )
    return end as unknown as Readonly<Record<string, Json>>
  }
  const opening = first as unknown as RecordedCommitmentEvent | undefined
  if (opening?.type !== 'commitment-opened') return null
  const later = rest as unknown as readonly RecordedCommitmentEvent[]
  const end: Commitment = later.reduce(evolveCommitment, beginCommitment(opening))
  return end as unknown as Readonly<Record<string, Json>>
}

function differences(
  replayed: Readonly<Record<string, Json>>,
  stored: Readonly<Record<string, Json>>,
): readonly string[] {
  const keys = new Set([...Object.keys(replayed), ...Object.keys(stored)])
  return [...keys].filter((key) => canonical(replayed[key]) !== canonical(stored[key]))
}
