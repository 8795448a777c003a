import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import { moveOn } from './demo-store.ts'

const YEAR = 2026
const OFFSET = '+08:00'

/** `03-02 09:00` or `03-02 09:00:44` in Changzhou. */
export function demoTime(text: string): Temporal.Instant {
  const [day = '', time = ''] = text.split(' ')
  return Temporal.Instant.from(`${YEAR}-${day}T${time.length === 5 ? `${time}:00` : time}${OFFSET}`)
}

export type ClockPorts = {
  readonly pool: Pool
  readonly clock: { forget(orgId: OrgId): void }
  readonly worker: { fireAll(): Promise<unknown> }
}

/** Takes the demo's business clock forward; whatever falls due on the way fires at its own time, not all at the end. */
export class DemoClock {
  readonly #ports: ClockPorts
  readonly #orgId: OrgId

  constructor(ports: ClockPorts, orgId: OrgId) {
    this.#ports = ports
    this.#orgId = orgId
  }

  async advance(target: Temporal.Instant): Promise<void> {
    for (let arrived = false; !arrived;) {
      const { reached, due } = await moveOn(this.#ports.pool, this.#orgId, target)
      this.#ports.clock.forget(this.#orgId)
      if (due) await this.#ports.worker.fireAll()
      arrived = reached
    }
  }
}
