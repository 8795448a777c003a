import { createHmac } from 'node:crypto'
import { canonical } from '@yinuo/domain'

/** Stream, number of its last event, and that event's hash in hex. */
export type SealedHead = readonly [streamId: string, seq: number, hash: string]

export type SealContent = {
  readonly orgId: string
  readonly number: number
  /** Instant as ISO 8601 text in UTC. */
  readonly sealedAt: string
  readonly heads: readonly SealedHead[]
}

/** What the first seal of an organisation is chained to. */
export const NO_SEAL: Buffer = Buffer.alloc(32)

/** Each seal covers the one before, so none can be taken out of the middle. */
export function sealMac(key: Buffer, previous: Buffer, content: SealContent): Buffer {
  return createHmac('sha256', key).update(previous).update(canonical(content)).digest()
}
