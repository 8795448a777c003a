import { hash as hashOnce, randomBytes } from 'node:crypto'
import {
  canonical,
  type InstantText,
  type Json,
  normalInstant,
  type OrgId,
  type UserId,
} from '@yinuo/domain'

export type ChainedEvent = {
  readonly type: string
  readonly data: object
  readonly at: InstantText
  readonly by: UserId | null
}
export type StreamHead = { readonly seq: number; readonly hash: Buffer }

/** Head of a stream without events. */
export const NO_EVENTS: StreamHead = { seq: 0, hash: Buffer.alloc(32) }

/** One row of the log as `write_events` takes it. */
export type EventRow = {
  readonly stream_id: string
  readonly seq: number
  readonly noun: string
  readonly type: string
  readonly actor_id: UserId | null
  readonly business_at: InstantText
  readonly real_at: InstantText
  readonly digests: Readonly<Record<string, string>>
  readonly hash: string
  readonly fields: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
}

const SALT_BYTES = 16
/** Randomness is drawn for many salts at once: each draw costs more than a salt's digest. */
const SALTS_PER_DRAW = 256
let randomness = Buffer.alloc(0)
let drawnTo = 0

function freshSalt(): string {
  if (drawnTo === randomness.length) {
    randomness = randomBytes(SALT_BYTES * SALTS_PER_DRAW)
    drawnTo = 0
  }
  const from = drawnTo
  drawnTo += SALT_BYTES
  return randomness.toString('base64', from, drawnTo)
}

/**
 * Chains events onto a stream. Each field gets H(salt ‖ value) and only these digests are chained, so a value can be erased
 * later without breaking the chain; the hash is made here over canonical text because the database's text forms depend on
 * its session settings (commit.md, pitfall 9).
 */
export function chain(
  stream: {
    readonly orgId: OrgId
    readonly id: string
    readonly noun: string
    readonly head: StreamHead
  },
  events: readonly ChainedEvent[],
  realAt: InstantText,
): { readonly rows: readonly EventRow[]; readonly head: StreamHead } {
  let head = stream.head
  const rows = events.map((event): EventRow => {
    const fields = flatFields(event.type, event.data)
    const salts: Record<string, string> = {}
    const digests: Record<string, string> = {}
    for (const [name, value] of Object.entries(fields)) {
      const salt = freshSalt()
      salts[name] = salt
      digests[name] = fieldDigest(salt, value)
    }
    const seq = head.seq + 1
    // One text for one instant: the verifier knows only what the database gives back.
    const at = normalInstant(event.at)
    const hash = eventHash(head.hash, {
      orgId: stream.orgId,
      streamId: stream.id,
      seq,
      noun: stream.noun,
      type: event.type,
      actorId: event.by,
      businessAt: at,
      realAt,
      digests,
    })
    head = { seq, hash }
    return {
      stream_id: stream.id,
      seq,
      noun: stream.noun,
      type: event.type,
      actor_id: event.by,
      business_at: at,
      real_at: realAt,
      digests,
      hash: hash.toString('hex'),
      fields,
      salts,
    }
  })
  return { rows, head }
}

export type HashedContent = {
  readonly orgId: string
  readonly streamId: string
  readonly seq: number
  readonly noun: string
  readonly type: string
  readonly actorId: string | null
  readonly businessAt: InstantText
  readonly realAt: InstantText
  readonly digests: Readonly<Record<string, string>>
}

export function eventHash(previous: Buffer, content: HashedContent): Buffer {
  return hashOnce('sha256', `${previous.toString('hex')}\n${canonical(content)}`, 'buffer')
}

export function fieldDigest(salt: string, value: Json): string {
  return hashOnce('sha256', salt + canonical(value), 'base64')
}

/**
 * What of an event are terms set by policy or by the program and about nobody: they are never erased and go together under one
 * digest, with what was left empty. Anything else has a digest of its own.
 */
const TERMS: Readonly<Record<string, ReadonlySet<string>>> = {
  registered: new Set([
    'number',
    'kind',
    'channel',
    'playbook',
    'playbookVersion',
    'siteId',
    'recorder',
    'customerId',
    'receivedAt',
  ]),
  'commitment-opened': new Set([
    'id',
    'kind',
    'rule',
    'label',
    'about',
    'clock',
    'source',
    'siteId',
    'owner',
    'ownedBy',
    'openedAt',
    'dueAt',
    'warnAt',
    'ladder',
    'quietSpan',
  ]),
}
const NO_TERMS: ReadonlySet<string> = new Set()

/** `values` holds one field of a form each: they are erased one by one, so each has its own digest. */
function flatFields(type: string, data: object): Readonly<Record<string, Json>> {
  const fields: Record<string, Json> = {}
  const terms: Record<string, Json> = {}
  const together = TERMS[type] ?? NO_TERMS
  for (const [key, value] of Object.entries(data) as [string, Json | undefined][]) {
    if (value === undefined) continue
    if (together.has(key) || (together !== NO_TERMS && isEmpty(value))) terms[key] = value
    else if (key === 'values' && isFilled(value)) {
      for (const [name, inner] of Object.entries(value))
        if (inner !== undefined) fields[`values.${name}`] = inner
    } else fields[key] = value
  }
  return together === NO_TERMS ? fields : { ...fields, terms }
}

function isEmpty(value: Json): boolean {
  return (
    value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
  )
}

/** An empty form stays one empty field, or it would be missing when read back. */
function isFilled(value: Json): value is { readonly [name: string]: Json | undefined } {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.keys(value).length > 0
  )
}

/** The event's data as it was put in, for the time line and for replaying; erased fields are simply absent. */
export function unflatten(fields: Readonly<Record<string, Json>>): Record<string, Json> {
  const data: Record<string, Json> = {}
  const values: Record<string, Json> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (key.startsWith('values.')) values[key.slice('values.'.length)] = value
    else if (key === 'terms') Object.assign(data, value)
    else data[key] = value
  }
  return Object.keys(values).length > 0 ? { ...data, values } : data
}
