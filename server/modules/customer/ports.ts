import type { Pool } from 'pg'
import type { CommitmentView, ComplaintRow, CustomerEntry } from '@yinuo/contract'
import type { CustomerId, OrgId } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'

export type ComplaintCount = { readonly open: number; readonly all: number }

export type CustomerPorts = {
  readonly pool: Pool
  /** The complaints of a customer that this person may see, newest first. */
  complaintsOf(principal: Principal, customerId: CustomerId): Promise<readonly ComplaintRow[]>
  /** How many complaints of each customer this person may see; customers without one may be absent. */
  countComplaints(
    principal: Principal,
    customerIds: readonly CustomerId[],
  ): Promise<ReadonlyMap<CustomerId, ComplaintCount>>
  /** Promises and deadlines towards a customer that this person may see. */
  promisesOf(principal: Principal, customerId: CustomerId): Promise<readonly CommitmentView[]>
  /** Complaints, agreements, promises and call-backs with a customer that this person may see, newest first (CUS-02). */
  historyOf(
    principal: Principal,
    customerId: CustomerId,
    page: { readonly before: string | undefined; readonly limit: number },
  ): Promise<readonly CustomerEntry[]>
  /** After the commit: other screens fetch again what is older. */
  changed(change: {
    readonly orgId: OrgId
    readonly noun: 'customer'
    readonly id: CustomerId
    readonly version: number
  }): void
}
