import type { Pool } from 'pg'
import type { CustomerEntry } from '@yinuo/contract'
import { asText, type Json, maskNumbersIn, type Playbook } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { unflatten } from '../../platform/log/chain.ts'
import { type HistoryPage, type HistoryRow, readHistory } from './history-store.ts'

type Kind = CustomerEntry['kind']

/** Which events of a case are history between us and the customer, and of what kind (CUS-02). */
const KINDS: Readonly<Record<string, Kind>> = {
  registered: 'complaint',
  'report-merged': 'complaint',
  closed: 'complaint',
  reopened: 'complaint',
  'agreement-drafted': 'agreement',
  'scan-confirmed': 'agreement',
  'agreement-accepted': 'agreement',
  'agreement-voided': 'agreement',
  'followed-up': 'call-back',
  'care-made': 'call-back',
  promised: 'promise',
}

/** Complaints, agreements, promises and call-backs of one customer, as far as this person sees the cases; newest first. */
export async function historyWith(
  pool: Pool,
  principal: Principal,
  customerId: string,
  page: HistoryPage,
): Promise<readonly CustomerEntry[]> {
  const rows = await readHistory(pool, principal, customerId, Object.keys(KINDS), page)
  return rows.map((row) => ({
    at: row.at.toString(),
    kind: KINDS[row.type] ?? 'complaint',
    type: row.type,
    text: maskNumbersIn(wordsOf(row, principal.directory.playbooks.get(row.playbook))),
    outcome: row.outcome,
    complaint: { id: row.complaint_id, number: row.number },
  }))
}

/** The customer's words where there are some; numbers in them are masked like everywhere (SYS-09). */
function wordsOf(row: HistoryRow, playbook: Playbook | undefined): string {
  const data = unflatten(row.fields)
  if (row.type === 'registered')
    return asText(((data['values'] ?? {}) as Record<string, Json>)['reason'])
  if (row.type === 'closed')
    return playbook?.endings.find(({ key }) => key === data['ending'])?.label ?? ''
  if (row.type === 'followed-up')
    return [data['satisfied'] === true ? '满意' : '不满意', asText(data['answer'])]
      .filter((part) => part !== '')
      .join('；')
  return asText(data['content']) || asText(data['reason'])
}
