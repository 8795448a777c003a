import type { Pool } from 'pg'
import type { ApprovalView } from '@yinuo/contract'
import { asText, canSee, civilDate, type ComplaintState, options } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { type Approval, readApprovals, type Sums } from './approval-store.ts'
import { presentPlan } from './present-plan.ts'
import { contextOf } from './run-case-command.ts'

/** APR-02: what waits for this person's word and is his to decide, by time left. */
export async function listApprovals(
  pool: Pool,
  principal: Principal,
): Promise<{ approvals: ApprovalView[]; now: string }> {
  const day = Temporal.PlainDate.from(civilDate(principal.now, principal.directory.zone))
  const startOf = (date: Temporal.PlainDate): string =>
    date.toZonedDateTime(principal.directory.zone).toInstant().toString()
  const { rows, sums } = await readApprovals(pool, principal.orgId, {
    year: startOf(day.with({ month: 1, day: 1 })),
    month: startOf(day.with({ day: 1 })),
  })
  const approvals = rows.flatMap((row) =>
    questionsOf(row, principal).map((question) => present(row, question, sums, principal)),
  )
  return { approvals, now: principal.now }
}

/** What of a case waits for him; what he may not see is not there, and what he had a hand in waits for somebody else (SYS-15). */
function questionsOf({ state }: Approval, principal: Principal): readonly Question[] {
  const context = contextOf(principal, state.playbook, principal.now)
  if (!canSee(state, context)) return []
  return options(state, context)
    .filter((option) => option.allowed)
    .flatMap(({ action, target }) => questionOf(action, target, state))
}

type Question = Pick<ApprovalView, 'kind' | 'ending' | 'record'> & { readonly author: string }

function questionOf(action: string, target: string, state: ComplaintState): readonly Question[] {
  const none = { ending: null, record: null }
  if (action === 'decide-plan')
    return [{ ...none, kind: 'plan', author: state.plan?.author ?? state.owner }]
  if (action === 'decide-ending' && state.proposal !== null) {
    const { ending, reason, by } = state.proposal
    return [{ ...none, kind: 'ending', ending: { ending, reason }, author: by }]
  }
  if (action !== 'decide-record') return []
  const [kind = '', index = ''] = target.split(':')
  const entry = state.records[kind]?.[Number(index)]
  if (entry === undefined) return []
  const values = { ...entry.values } as NonNullable<ApprovalView['record']>['values']
  return [
    { ...none, kind: 'record', record: { kind, entry: Number(index), values }, author: entry.by },
  ]
}

function present(
  row: Approval,
  { kind, ending, record, author }: Question,
  sums: Sums,
  principal: Principal,
): ApprovalView {
  const { state } = row
  const { directory } = principal
  const person = (id: string) => ({ id, name: directory.people.get(id)?.name ?? '' })
  const playbook = directory.playbooks.get(state.playbook)
  const isPlan = kind === 'plan'
  const registration = state.forms['registration']?.values ?? {}
  const found = state.forms['finding-out']?.values ?? {}
  const loss = registration['dailyLoss']
  return {
    complaintId: state.id,
    number: state.number,
    playbook: state.playbook,
    kind,
    customer: asText(registration['company']),
    reason: asText(registration['reason']),
    dailyLossFen: typeof loss === 'number' ? loss : null,
    author: person(author),
    submittedAt: isPlan ? (state.plan?.submittedAt ?? null) : null,
    due:
      row.clock === null || !isPlan
        ? null
        : {
            openedAt: row.clock.openedAt,
            dueAt: row.clock.dueAt,
            warnAt: row.clock.warnAt,
            missed: row.clock.missedAt !== null,
          },
    plan:
      !isPlan || state.plan === null || playbook === undefined
        ? null
        : { version: state.plan.version, ...presentPlan(state.plan.content, playbook) },
    ending,
    record,
    weighed: weighedOf(state),
    wants: { wish: asText(found['wish']), demand: asText(found['demand']) },
    before: row.before.map(({ at, by, ...one }) => ({ at: at.toString(), by: person(by), ...one })),
    sums: {
      caseFen: state.granted.reduce((sum, one) => sum + one.costFen, 0),
      customerFen: state.customerId === null ? 0 : (sums.customers.get(state.customerId) ?? 0),
      authorFen: sums.authors.get(author)?.fen ?? 0,
      authorCount: sums.authors.get(author)?.count ?? 0,
    },
  }
}

function weighedOf(state: ComplaintState): ApprovalView['weighed'] {
  return { ...state.forms['negotiation']?.values } as ApprovalView['weighed']
}
