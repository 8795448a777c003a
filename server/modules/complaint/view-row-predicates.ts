import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { LIST_VIEWS } from '@yinuo/contract'
import { before } from '@yinuo/domain'
import type { Database } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'

export type ListView = (typeof LIST_VIEWS)[number]
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
      return eb.and([open, eb('next_due_at', '<', now)])
    case 'soon':
      // A list cannot ask each clock's own warning time; what is due within the hour is what one can still turn.
      return eb.and([
        open,
        eb('next_due_at', '>=', now),
        eb('next_due_at', '<', now.add({ hours: 1 })),
      ])
    case 'quiet':
      return eb.and([open, eb('last_activity_at', '<', silentSince(principal))])
  }
}

function waitingFor(eb: Where, principal: Principal) {
  const approves = principal.duties.has('approve')
  return [
    eb('handover_to', '=', principal.actor.id),
    ...(approves ? [eb('awaiting', 'in', ['plan', 'ending'])] : []),
  ]
}

function silentSince(principal: Principal): Temporal.Instant {
  const hours = [...principal.directory.playbooks.values()].map((playbook) =>
    Number(playbook.settings['idleHours'] ?? 24),
  )
  return Temporal.Instant.from(before(principal.now, `PT${Math.min(...hours)}H`))
}
