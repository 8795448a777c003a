import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { LIST_VIEWS } from '@yinuo/contract'
import type { Database } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'

export type ListView = (typeof LIST_VIEWS)[number]
/** Views that hold what is closed too, and so grow for ever. */
export const EVER: ReadonlySet<ListView> = new Set(['all', 'closed', 'recorded-by-me'])

type Where = ExpressionBuilder<Database, 'complaint'>

/** Which cases a view of the list holds for a person. */
export function inView(eb: Where, view: ListView, principal: Principal): Expression<SqlBool> {
  const me = principal.actor.id
  const now = Temporal.Instant.from(principal.now)
  const open = eb('closed_at', 'is', null)
  switch (view) {
    case 'all':
      return eb.val(true)
    case 'closed':
      return eb('closed_at', 'is not', null)
    case 'open':
      return open
    case 'mine':
      return eb.and([open, eb('owner_id', '=', me)])
    case 'recorded-by-me':
      return eb('recorder_id', '=', me)
    case 'waiting-for-me':
      return eb.and([open, eb.or(waitingFor(eb, principal))])
    case 'unsigned':
      return eb.and([open, eb('signed_at', 'is', null)])
    case 'unacknowledged':
      return eb.and([open, eb('handover_to', 'is not', null)])
    case 'late':
      // The rank is never after the due time, so it is no condition of its own: it enters the index.
      return eb.and([open, eb('rank_at', '<', now), eb('next_due_at', '<', now)])
    case 'soon':
      // A list cannot ask each clock's own warning time; what is due within the hour is what one can still turn.
      return eb.and([
        open,
        eb('rank_at', '>=', now.subtract({ hours: longestLead(principal) })),
        eb('rank_at', '<', now.add({ hours: 1 })),
        eb('next_due_at', '>=', now),
        eb('next_due_at', '<', now.add({ hours: 1 })),
      ])
    case 'quiet':
      return eb.and([open, silent(principal)])
  }
}

/**
 * ESC-13: the case's own clock on silence has run out and nothing has happened since. It is a view of its own beside what is
 * late: silence breaks no time that was given to anybody (ADR 8).
 */
function silent(principal: Principal): Expression<SqlBool> {
  return sql<boolean>`complaint_id in (select s.complaint_id from commitment s
    where s.org_id = ${principal.orgId} and s.outcome = 'open' and s.missed_at = s.due_at and s.state -> 'quietSpan' <> 'null')`
}

function waitingFor(eb: Where, principal: Principal) {
  const approves = principal.duties.has('approve')
  return [
    eb('handover_to', '=', principal.actor.id),
    ...(approves ? [eb('awaiting', 'in', ['plan', 'ending', 'record'])] : []),
  ]
}

/** What a high risk moves a case forward by at most (ESC-14): no rank lies further ahead of its due time. */
export function longestLead(principal: Principal): number {
  const leads = [...principal.directory.playbooks.values()].map((playbook) =>
    Number(playbook.settings['riskLeadHours'] ?? 0),
  )
  return Math.max(0, ...leads)
}
