import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import type { Directory } from '../../platform/http/principal.ts'
import { fireDue } from './fire-due.ts'
import { dueOrganisations } from './worker-store.ts'

/** Rows are the truth: even if every wake-up is lost, what is due is found within this time. */
const LONGEST_SLEEP_MS = 5_000
/** After an error (database away) try again, not at once and not for ever later. */
const AFTER_ERROR_MS = 1_000

export type WorkerPorts = {
  readonly pool: Pool
  readonly logger: Logger
  directory(orgId: OrgId): Promise<Directory>
  changed(change: {
    readonly orgId: string
    readonly noun: string
    readonly id: string
    readonly version: number
  }): void
  /** How late a batch of clocks fired; for the metrics. */
  fired(lateSeconds: readonly number[]): void
}

/** Sleeps until the next commitment is due, is woken when one is opened or moved, and polls as a fallback. */
export class CommitmentWorker {
  readonly #ports: WorkerPorts
  readonly #stopping = new AbortController()
  #nap = new AbortController()
  #woken = false
  /** When the worker looks again, on the monotonic clock. */
  #wakesAt = 0
  #running: Promise<void> | undefined
  /** When it last got through, on the monotonic clock: at start, with every batch and with every round. */
  #seenAt = -Infinity

  constructor(ports: WorkerPorts) {
    this.#ports = ports
  }

  start(): void {
    this.#running ??= this.#run()
  }

  /** Since it last got something done; a worker that stands still, or was never started, shows by it. */
  silentMs(): number {
    return performance.now() - this.#seenAt
  }

  /** Something is due in so many milliseconds; sleeping on until then is fine if that was known already. */
  wakeIn(ms: number): void {
    if (performance.now() + ms >= this.#wakesAt) return
    if (ms <= 0) return this.wake()
    this.#wakesAt = performance.now() + ms
    setTimeout(() => this.wake(), ms).unref()
  }

  /** Look again now: the demo's business clock was set. */
  wake(): void {
    this.#woken = true
    this.#nap.abort()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    this.#nap.abort()
    await this.#running
  }

  /** Fires everything that is due now, in every organisation; the milliseconds until the next is due. */
  async fireAll(): Promise<number> {
    for (;;) {
      const organisations = await dueOrganisations(this.#ports.pool)
      const due = organisations.filter((one) => one.dueInMs === 0)
      let fired = 0
      for (const { orgId } of due) fired += await this.fireIn(orgId)
      if (fired === 0) {
        const waits = organisations
          .map((one) => one.dueInMs)
          .filter((ms): ms is number => ms !== null && ms > 0)
        return Math.min(LONGEST_SLEEP_MS, ...waits)
      }
    }
  }

  /** Fires everything that is due now in one organisation; how many it was. */
  async fireIn(orgId: OrgId): Promise<number> {
    let total = 0
    for (;;) {
      const directory = await this.#ports.directory(orgId)
      const { count, changes, lateSeconds } = await fireDue(this.#ports.pool, orgId, directory)
      this.#seenAt = performance.now()
      this.#ports.fired(lateSeconds)
      for (const change of changes) this.#ports.changed({ orgId, ...change })
      total += count
      if (count === 0) return total
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#woken = false
      let wait = AFTER_ERROR_MS
      try {
        wait = await this.fireAll()
        this.#seenAt = performance.now()
      } catch (error) {
        if (this.#stopping.signal.aborted) return
        this.#ports.logger.error({ err: error }, 'firing commitments failed; trying again')
      }
      if (this.#woken || this.#stopping.signal.aborted) continue
      this.#nap = new AbortController()
      this.#wakesAt = performance.now() + wait
      await sleep(wait, undefined, { signal: this.#nap.signal }).catch(() => undefined)
    }
  }
}
