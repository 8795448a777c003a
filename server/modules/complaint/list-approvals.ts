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
  const approvals = rows
    .filter((row) => isMine(row, principal))
    .map((row) => present(row, sums, principal))
  return { approvals, now: principal.now }
}

/** What he may not see is not there, and what he had a hand in waits for somebody else (SYS-15). */
function isMine({ state, awaiting }: Approval, principal: Principal): boolean {
  const context = contextOf(principal, state.playbook, principal.now)
  const action = awaiting === 'plan' ? 'decide-plan' : 'decide-ending'
  return (
    canSee(state, context) &&
    options(state, context).some((option) => option.action === action && option.allowed)
  )
}

function present(row: Approval, sums: Sums, principal: Principal): ApprovalView {
  const { state, awaiting } = row
  const { directory } = principal
  const person = (id: string) => ({ id, name: directory.people.get(id)?.name ?? '' })
  const playbook = directory.playbooks.get(state.playbook)
  const isPlan = awaiting === 'plan'
  const author = (isPlan ? state.plan?.author : state.proposal?.by) ?? state.owner
  const registration = state.forms['registration']?.values ?? {}
  const found = state.forms['finding-out']?.values ?? {}
  const loss = registration['dailyLoss']
  return {
    complaintId: state.id,
    number: state.number,
    playbook: state.playbook,
    kind: awaiting,
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
    ending:
      isPlan || state.proposal === null
        ? null
        : { ending: state.proposal.ending, reason: state.proposal.reason },
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
