import type { Pool } from 'pg'
import type { z } from 'zod'
import type { api, ComplaintRow, OutputOf } from '@yinuo/contract'
import type { Principal } from '../../platform/http/principal.ts'
import type { FigureRow } from '../complaint/index.ts'

export type { FigureRow } from '../complaint/index.ts'

type CustomerRow = OutputOf<typeof api.customer.list>['rows'][number]
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }
export type ComplaintFilter = z.output<typeof api.figures.exportComplaints.body>

/** What the lists themselves show: an export can hold no more (SYS-19). */
export type FiguresPorts = {
  readonly pool: Pool
  eachCase(
    principal: Principal,
    span: { readonly from: Temporal.Instant; readonly before: Temporal.Instant },
    take: (row: FigureRow) => void,
  ): Promise<void>
  complaints(
    principal: Principal,
    filter: ComplaintFilter,
    cursor: string | undefined,
  ): Promise<Page<ComplaintRow>>
  customers(principal: Principal, q: string, cursor: string | undefined): Promise<Page<CustomerRow>>
}
