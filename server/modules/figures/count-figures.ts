import type { FiguresView } from '@yinuo/contract'
import { civilDate, type FiguresBy, type Playbook, RemedyFigures } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import type { FigureRow, FiguresPorts } from './ports.ts'

export type FiguresAsked = { readonly from: string; readonly until: string; readonly by: FiguresBy }

/**
 * Counted from the cases themselves, never from running totals (KPI-12, KPI-13). The span is one of days of receipt in the
 * organisation's zone; every case received in it stays in the denominator, however it ended.
 */
export async function countFigures(
  ports: Pick<FiguresPorts, 'eachCase'>,
  principal: Principal,
  { from, until, by }: FiguresAsked,
): Promise<FiguresView> {
  const { zone, playbooks } = principal.directory
  const [playbook] = playbooks.values()
  if (playbook === undefined) throw new Error('there is no playbook')
  const remedies = new RemedyFigures(by, playbook)
  const answered = { sameDay: 0, later: 0, notYet: 0 }
  const endings = new Map<string, number>()
  let received = 0
  let open = 0
  const span = { from: startOf(from, zone), before: startOf(dayAfter(until), zone) }
  await ports.eachCase(principal, span, (row) => {
    received += 1
    answered[answerOf(row, zone)] += 1
    if (row.closed) {
      const label = endingLabel(row.ending, playbook)
      endings.set(label, (endings.get(label) ?? 0) + 1)
    } else open += 1
    if (row.plan !== null) remedies.add({ ...row.plan, ...subjectOf(row) })
  })
  return {
    from,
    until,
    by,
    received,
    open,
    endings: [...endings]
      .map(([label, cases]) => ({ label, cases }))
      .sort((a, b) => b.cases - a.cases),
    answered,
    remedies: { total: remedies.total, groups: [...remedies.groups] },
  }
}

function subjectOf(row: FigureRow) {
  const customer = { key: row.customer_id ?? row.customer_name, label: row.customer_name }
  return { customer, product: row.product ?? '', cause: row.cause ?? '' }
}

function answerOf(row: FigureRow, zone: string): 'sameDay' | 'later' | 'notYet' {
  if (row.first_answer_at === null) return 'notYet'
  const receivedOn = civilDate(row.received_at.toString(), zone)
  return civilDate(row.first_answer_at, zone) === receivedOn ? 'sameDay' : 'later'
}

function endingLabel(ending: string | null, playbook: Playbook): string {
  return playbook.endings.find(({ key }) => key === ending)?.label ?? ending ?? ''
}

function startOf(day: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant()
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}
