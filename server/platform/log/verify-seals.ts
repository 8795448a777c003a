import { before } from '@yinuo/domain'
import type { Query } from '../database/index.ts'
import type { NewestSeal } from './seal-heads.ts'
import { NO_SEAL, sealMac } from './seal-mac.ts'
import { SEAL_OVERLAP } from './seal-store.ts'
import type { FindingCode, Report } from './verify-finding.ts'
import { readHashes, readSeals, type StoredEvent, type StoredSeal } from './verify-store.ts'

export type SealPorts = {
  readonly query: Query
  readonly orgId: string
  /** Null when it is not where it should be. */
  readonly key: Buffer | null
  /** What the file outside the database says; read before the database, so it is never ahead of an untouched one. */
  readonly newest: NewestSeal | undefined
  readonly report: Report
}

export type Sealed = {
  readonly seals: number
  /** Stream → number of its last sealed event. */
  readonly until: ReadonlyMap<string, number>
  /** Whatever is older than this has been sealed; null before the first seal. */
  readonly since: Temporal.Instant | null
}

const HEADS_PER_QUERY = 2_000

/** Seals in an unbroken chain under the key, every sealed head still there, none cut off at the end. */
export async function verifySeals(ports: SealPorts): Promise<Sealed> {
  const { key, newest, report, orgId } = ports
  const found = (code: FindingCode, detail: string): void =>
    report({ code, orgId, noun: null, streamId: null, seq: null, detail })
  const until = new Map<string, number>()
  let last: StoredSeal | undefined
  let count = 0
  for await (const seal of readSeals(ports.query, orgId)) {
    count += 1
    const expected = (last?.number ?? 0) + 1
    if (seal.number !== expected) found('seal-missing', `第 ${expected}–${seal.number - 1} 号`)
    else if (key !== null && !macOf(key, last?.mac ?? NO_SEAL, orgId, seal).equals(seal.mac))
      found('seal-changed', `第 ${seal.number} 号`)
    if (newest?.number === seal.number && newest.mac !== seal.mac.toString('hex'))
      found('seal-changed', `第 ${seal.number} 号与库外文件不同`)
    await checkHeads(seal, ports)
    for (const [streamId, seq] of seal.heads)
      until.set(streamId, Math.max(seq, until.get(streamId) ?? 0))
    last = seal
  }
  if (key === null && count > 0) found('seal-key-missing', '')
  if (newest !== undefined && newest.number > (last?.number ?? 0))
    found('seal-cut', `库外到第 ${newest.number} 号，库里到第 ${last?.number ?? 0} 号`)
  return { seals: count, until, since: last === undefined ? null : sealedSince(last) }
}

function macOf(key: Buffer, previous: Buffer, orgId: string, seal: StoredSeal): Buffer {
  const { number, heads } = seal
  return sealMac(key, previous, { orgId, number, sealedAt: seal.sealed_at.toString(), heads })
}

function sealedSince(last: StoredSeal): Temporal.Instant {
  return Temporal.Instant.from(before(last.sealed_at.toString(), SEAL_OVERLAP))
}

async function checkHeads(seal: StoredSeal, { query, orgId, report }: SealPorts): Promise<void> {
  for (let start = 0; start < seal.heads.length; start += HEADS_PER_QUERY) {
    const heads = seal.heads.slice(start, start + HEADS_PER_QUERY)
    const asked = heads.map(([streamId, seq]) => ({ streamId, seq }))
    const hashes = await readHashes(query, orgId, asked)
    heads.forEach(([streamId, seq, hash], place) => {
      const standing = hashes[place] ?? null
      if (standing === hash) return
      const code = standing === null ? 'sealed-missing' : 'sealed-changed'
      report({ code, orgId, noun: null, streamId, seq, detail: `封印第 ${seal.number} 号` })
    })
  }
}

/** An event that should have been sealed and was not: put in later under an old time. */
export function isUnsealed(event: StoredEvent, { since, until }: Sealed): boolean {
  if (since === null || Temporal.Instant.compare(event.real_at, since) >= 0) return false
  return event.seq > (until.get(event.stream_id) ?? 0)
}
