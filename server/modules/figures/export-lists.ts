import { civilDate } from '@yinuo/domain'
import type { Download } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { csvFile } from './csv-file.ts'
import type { ComplaintFilter, FiguresPorts, Page } from './ports.ts'
import { type ExportCall, recordExport } from './record-export.ts'

/** More than this nobody reads as a file; narrower filters give the rest. */
const MOST_ROWS = 20_000

const PARTIES = {
  agent: '代理商',
  'end-user': '最终用户',
  company: '公司',
  private: '个人',
} as const

/** The list of complaints as this person sees it, as CSV. */
export async function exportComplaints(
  ports: FiguresPorts,
  call: ExportCall,
  filter: ComplaintFilter,
): Promise<Download> {
  const { principal } = call
  const rows = await allPages((cursor) => ports.complaints(principal, filter, cursor))
  await recordExport(ports.pool, call, { what: 'complaints', rows: rows.length })
  const when = (at: string | null): string => (at === null ? '' : minuteOf(at, principal))
  return csvFile(
    `投诉-${civilDate(principal.now, principal.directory.zone)}.csv`,
    [
      '编号',
      '客户',
      '类型',
      '事由',
      '状态',
      '处理人',
      '受理时间',
      '最近活动',
      '下一个时限',
      '到期',
      '结案时间',
    ],
    rows.map((row) => [
      row.number,
      row.customer,
      partyLabel(row.party),
      row.reason,
      row.statusLabel,
      row.owner.name,
      when(row.receivedAt),
      when(row.lastActivityAt),
      row.next?.label ?? '',
      when(row.next?.dueAt ?? null),
      when(row.closedAt),
    ]),
  )
}

/** The list of customers as this person sees it, numbers and addresses masked, as CSV. */
export async function exportCustomers(
  ports: FiguresPorts,
  call: ExportCall,
  q: string,
): Promise<Download> {
  const { principal } = call
  const rows = await allPages((cursor) => ports.customers(principal, q, cursor))
  await recordExport(ports.pool, call, { what: 'customers', rows: rows.length })
  return csvFile(
    `客户-${civilDate(principal.now, principal.directory.zone)}.csv`,
    ['名称', '类型', '电话', '地址', '称呼', '在办投诉', '投诉'],
    rows.map((row) => [
      row.name,
      partyLabel(row.party),
      row.phone,
      row.address,
      row.salutation,
      String(row.openComplaints),
      String(row.complaints),
    ]),
  )
}

async function allPages<Row extends { readonly id: string }>(
  read: (cursor: string | undefined) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  const rows = new Map<string, Row>()
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    for (const row of page.rows) rows.set(row.id, row)
    cursor = page.next ?? undefined
  } while (cursor !== undefined && rows.size < MOST_ROWS)
  return [...rows.values()]
}

function partyLabel(party: string): string {
  return Object.entries(PARTIES).find(([key]) => key === party)?.[1] ?? party
}

/** `2026-03-02 09:00` on the organisation's wall clock. */
function minuteOf(at: string, { directory }: Principal): string {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(directory.zone)
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
