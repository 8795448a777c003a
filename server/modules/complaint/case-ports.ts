import type { Pool } from 'pg'
import type { UnmetGate } from '@yinuo/domain'
import type { DatabaseClock } from '../../platform/clock/database-clock.ts'
import type { Principal } from '../../platform/http/principal.ts'
import type { CaseAppends } from './append-store.ts'
import type { CaseNumbers } from './case-numbers.ts'
import type { InHand } from './in-hand.ts'

/** Something another screen may be showing has changed; told after commit. */
export type Change = {
  readonly orgId: string
  readonly noun: string
  readonly id: string
  readonly version: number
}

export type CasePorts = {
  readonly pool: Pool
  readonly clock: DatabaseClock
  readonly numbers: CaseNumbers
  readonly appends: CaseAppends
  recordRefusal(
    principal: Principal,
    command: string,
    subjectId: string | null,
    gates: readonly UnmetGate[],
  ): Promise<void>
  changed(change: Change): void
  /** The customer's file: what a registration takes over from it, and the file a complaint without one belongs to (CUS-01). */
  readonly customers: {
    onFile(
      principal: Principal,
      id: string,
    ): Promise<{ readonly name: string; readonly phone: string; readonly address: string } | null>
    ofRegistration(
      principal: Principal,
      values: Readonly<Record<string, unknown>>,
      call: { readonly key: string; readonly inputHash: Buffer },
    ): Promise<string>
    /** CUS-09: whom an agent names as end user gets a file under the agent's. Never fails. */
    linkEndUser(
      principal: Principal,
      customer: string,
      values: Readonly<Record<string, unknown>>,
      call: { readonly key: string; readonly inputHash: Buffer },
    ): Promise<void>
  }
  /** Clocks were opened or moved, the first of them due in so many milliseconds: the worker may have to wake earlier. */
  clocksMoved(inMs: number): void
  /** Fires what is due in an organisation now, as the worker would. */
  fireDue(orgId: string): Promise<unknown>
}

export type ComplaintRoutePorts = CasePorts & {
  readonly inHand: InHand
  /** What is known of an uploaded file; null when it is not there or not this person's to use. */
  attachment(
    call: { readonly principal: Principal },
    id: string,
    complaintId: string,
  ): Promise<{ readonly name: string } | null>
  attachmentBound(principal: Principal, id: string, complaintId: string): Promise<void>
}
