import type { Playbook } from '@yinuo/domain'
import type { Query } from '../database/index.ts'
import { eventHash, NO_EVENTS, type StreamHead } from './chain.ts'
import type { FindingCode, Report } from './verify-finding.ts'
import { compareWithReplay } from './verify-replay.ts'
import {
  readOrphanedValues,
  readStates,
  readStatesWithoutEvents,
  readStreams,
  STATE_TABLES,
  type StatefulNoun,
  type StateRow,
  type StoredEvent,
} from './verify-store.ts'
import { checkValues } from './verify-values.ts'

export type StreamCounts = {
  streams: number
  events: number
  values: number
  erased: number
  replayed: number
}

export type StreamPorts = {
  readonly query: Query
  readonly orgId: string
  readonly playbooks: readonly Playbook[]
  readonly report: Report
  /** Told of every event, for what concerns seals. */
  seen(event: StoredEvent): void
}

type Stream = {
  readonly id: string
  readonly noun: string
  head: StreamHead
  /** Kept for the nouns whose state follows from their events. */
  readonly history: StoredEvent[]
  /** False where something is erased or missing: then its state cannot be told from what is left. */
  complete: boolean
}

const REPLAYED: ReadonlySet<string> = new Set(['complaint', 'commitment'])

/** Walks all streams of an organisation: sequence, hashes, values, the state at the end of each. */
export async function verifyStreams(ports: StreamPorts): Promise<StreamCounts> {
  const counts: StreamCounts = { streams: 0, events: 0, values: 0, erased: 0, replayed: 0 }
  let open: Stream | undefined
  for await (const batch of readStreams(ports.query, ports.orgId)) {
    const ended: Stream[] = []
    for (const event of batch) {
      if (open?.id !== event.stream_id) {
        if (open !== undefined) ended.push(open)
        open = {
          id: event.stream_id,
          noun: event.noun,
          head: NO_EVENTS,
          history: [],
          complete: true,
        }
        counts.streams += 1
      }
      checkEvent(event, open, counts, ports)
    }
    await checkStates(ended, counts, ports)
  }
  if (open !== undefined) await checkStates([open], counts, ports)
  await reportLeftovers(ports)
  if (counts.events === 0) reporting(ports, null)('read-nothing')
  return counts
}

function checkEvent(
  event: StoredEvent,
  stream: Stream,
  counts: StreamCounts,
  ports: StreamPorts,
): void {
  const found = reporting(ports, { id: stream.id, noun: stream.noun, seq: event.seq })
  counts.events += 1
  ports.seen(event)
  const expected = stream.head.seq + 1
  if (event.seq !== expected) {
    const last = event.seq - 1
    found('event-missing', expected === last ? `缺第 ${last} 条` : `缺第 ${expected}–${last} 条`)
    stream.complete = false
  } else if (!hashOf(event, stream.head, ports.orgId).equals(event.hash)) {
    found('event-changed', event.type)
    stream.complete = false
  }
  const { erased, findings } = checkValues(event)
  for (const { code, detail } of findings) found(code, detail)
  counts.values += Object.keys(event.fields ?? {}).length
  counts.erased += erased
  if (erased > 0 || findings.length > 0) stream.complete = false
  // Goes on from what stands there, so that one change is not reported for every later event too.
  stream.head = { seq: event.seq, hash: event.hash }
  if (REPLAYED.has(stream.noun)) stream.history.push(event)
}

function hashOf(event: StoredEvent, head: StreamHead, orgId: string): Buffer {
  return eventHash(head.hash, {
    orgId,
    streamId: event.stream_id,
    seq: event.seq,
    noun: event.noun,
    type: event.type,
    actorId: event.actor_id,
    businessAt: event.business_at.toString(),
    realAt: event.real_at.toString(),
    digests: event.digests,
  })
}

async function checkStates(
  ended: readonly Stream[],
  counts: StreamCounts,
  ports: StreamPorts,
): Promise<void> {
  for (const noun of Object.keys(STATE_TABLES) as StatefulNoun[]) {
    const streams = ended.filter((stream) => stream.noun === noun)
    if (streams.length === 0) continue
    const ids = streams.map((stream) => stream.id)
    const rows = await readStates(ports.query, ports.orgId, noun, ids)
    for (const stream of streams) checkState(stream, rows.get(stream.id), counts, ports)
  }
}

function checkState(
  stream: Stream,
  row: StateRow | undefined,
  counts: StreamCounts,
  ports: StreamPorts,
): void {
  const { id, noun, head } = stream
  const found = reporting(ports, { id, noun, seq: head.seq })
  if (row === undefined) return found('state-missing')
  if (row.seq !== head.seq)
    return found('state-head', `现状记着 ${row.seq} 条，记录有 ${head.seq} 条`)
  if (!row.head_hash.equals(head.hash)) return found('state-head', '散列不同')
  if (!stream.complete || !REPLAYED.has(noun)) return
  const differing = compareWithReplay(noun, id, stream.history, row, ports.playbooks)
  if (differing === null) return
  counts.replayed += 1
  if (differing.length > 0) found('state-differs', [...new Set(differing)].join('、'))
}

async function reportLeftovers(ports: StreamPorts): Promise<void> {
  const { query, orgId } = ports
  for (const { stream_id, seq } of await readOrphanedValues(query, orgId))
    reporting(ports, { id: stream_id, noun: null, seq })('values-orphaned')
  for (const noun of Object.keys(STATE_TABLES) as StatefulNoun[])
    for (const { id, seq } of await readStatesWithoutEvents(query, orgId, noun))
      reporting(ports, { id, noun, seq: null })('stream-missing', `现状记着 ${seq} 条`)
}

type Place = { readonly id: string; readonly noun: string | null; readonly seq: number | null }

function reporting({ orgId, report }: StreamPorts, place: Place | null) {
  return (code: FindingCode, detail = ''): void =>
    report({
      code,
      orgId,
      noun: place?.noun ?? null,
      streamId: place?.id ?? null,
      seq: place?.seq ?? null,
      detail,
    })
}
