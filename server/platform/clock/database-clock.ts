import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import type { InstantText, OrgId } from '@yinuo/domain'
import { callFunction } from '../database/index.ts'

/** How long a node carries the database's clock forward by itself (architecture §5). */
const CALIBRATION_MS = 2_000

type OrgClock = {
  readonly offsetMs: number
  readonly frozenAtMs: number | null
  readonly readAt: number
}

/**
 * Business and real time by the database's clock. Between two calibrations the node only counts elapsed time on its
 * monotonic clock; its own wall clock decides nothing.
 */
export class DatabaseClock {
  readonly #pool: Pool
  #base: { databaseMs: number; readAt: number } | undefined
  #reading: Promise<void> | undefined
  readonly #orgs = new Map<OrgId, OrgClock>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Real time: sessions, lock-outs, retries, retention. */
  async real(): Promise<InstantText> {
    return toInstant(await this.#realMs())
  }

  /** Business time of an organisation: clocks, plans, due checks. */
  async business(orgId: OrgId): Promise<InstantText> {
    const realMs = await this.#realMs()
    const clock = await this.#orgClock(orgId)
    return toInstant(clock.frozenAtMs ?? realMs + clock.offsetMs)
  }

  /** After the demo's clock was moved, here or on another node. */
  forget(orgId: OrgId): void {
    this.#orgs.delete(orgId)
  }

  async #realMs(): Promise<number> {
    if (this.#base === undefined || performance.now() - this.#base.readAt > CALIBRATION_MS) {
      this.#reading ??= this.#calibrate().finally(() => (this.#reading = undefined))
      await this.#reading
    }
    const base = this.#base
    if (base === undefined) throw new Error('the database clock could not be read')
    return base.databaseMs + (performance.now() - base.readAt)
  }

  async #calibrate(): Promise<void> {
    const asked = performance.now()
    const [row] = await callFunction<{ ms: number }>(
      this.#pool,
      'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
    )
    const answered = performance.now()
    // The answer was made somewhere between asking and hearing; the middle is off by half the round trip at most.
    if (row !== undefined) this.#base = { databaseMs: row.ms, readAt: (asked + answered) / 2 }
  }

  async #orgClock(orgId: OrgId): Promise<OrgClock> {
    const known = this.#orgs.get(orgId)
    if (known !== undefined && performance.now() - known.readAt < CALIBRATION_MS) return known
    const [row] = await callFunction<{ moved: number | null; frozen: number | null }>(
      this.#pool,
      `select moved, frozen from organisation_clock($1)`,
      [orgId],
    )
    const clock = {
      offsetMs: row?.moved ?? 0,
      frozenAtMs: row?.frozen ?? null,
      readAt: performance.now(),
    }
    this.#orgs.set(orgId, clock)
    return clock
  }
}

/** The last instant told: one request asks for it several times within a millisecond. */
let told = { ms: Number.NaN, text: '' }

function toInstant(exactMs: number): InstantText {
  const ms = Math.floor(exactMs)
  if (ms !== told.ms) told = { ms, text: Temporal.Instant.fromEpochMilliseconds(ms).toString() }
  return told.text
}
