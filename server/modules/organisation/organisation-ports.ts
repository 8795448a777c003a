import type { Pool } from 'pg'
import type { OrgId } from '@yinuo/domain'
import type { DatabaseClock } from '../../platform/clock/database-clock.ts'

export type OrganisationPorts = {
  readonly pool: Pool
  readonly clock: DatabaseClock
  readonly directories: { forget(orgId: OrgId): void }
  clocksMoved(): void
  changed(change: {
    readonly orgId: string
    readonly noun: string
    readonly id: string
    readonly version: number
  }): void
}
