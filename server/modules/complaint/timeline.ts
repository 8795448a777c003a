import type { Pool } from 'pg'
import type { TimelineEntry } from '@yinuo/contract'
import {
  asText,
  canSee,
  type Context,
  type Json,
  maskNumbersIn,
  type UnmetGate,
} from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { wordUnmet } from '../../platform/http/wording.ts'
import { unflatten } from '../../platform/log/chain.ts'
import { loadCase } from './complaint-store.ts'
import { maskField } from './present-complaint.ts'
import { contextOf } from './run-case-command.ts'

type Row = {
  readonly stream: 'complaint' | 'commitment' | 'refusal'
  readonly type: string
  readonly actor_id: string | null
  readonly business_at: Temporal.Instant
  readonly fields: Readonly<Record<string, Json>>
  readonly label: string | null
}

const MOST = 1_000

/** What of a clock people have to know; that it was started, passed on or stopped stays in the log. */
const TOLD = [
  'commitment-warned',
  'commitment-missed',
  'commitment-escalated',
  'commitment-met',
  'commitment-explained',
]

/** The case's own events, those of its clocks and promises, and the attempts that were refused, in one line of time (SYS-02). */
export async function readTimeline(
  pool: Pool,
  principal: Principal,
  id: string,
): Promise<readonly TimelineEntry[]> {
  const { found } = await loadCase(pool, principal.orgId, id, null)
  if (found === null) throw notFound()
  const context = contextOf(principal, found.state.playbook, principal.now)
  if (!canSee(found.state, context)) throw notFound()
  const rows = await readOrg(pool, principal.orgId, (_db, query) =>
    query<Row>(
      `select * from (
         select case e.noun when 'complaint' then 'complaint' else 'commitment' end as stream, e.seq, e.type, e.actor_id, e.business_at, v.fields, c.state ->> 'label' as label
         from event e
         join event_value v on v.org_id = e.org_id and v.stream_id = e.stream_id and v.seq = e.seq
         left join commitment c on c.org_id = e.org_id and c.commitment_id = e.stream_id
         where e.org_id = $1 and e.stream_id = any($2) and (e.noun = 'complaint' or c.kind = 'promise' or e.type = any($4))
         union all
         select 'refusal', null, r.command, r.actor_id, r.business_at, jsonb_build_object('unmet', r.unmet), null
         from refusal r where r.org_id = $1 and r.subject_id = $3
       ) t order by business_at desc, seq desc nulls first limit ${MOST}`,
      [principal.orgId, [id, ...found.commitments.map((one) => one.state.id)], id, TOLD],
    ),
  )
  return rows.map((row) => present(row, principal, context))
}

function present(row: Row, principal: Principal, context: Context): TimelineEntry {
  const actor =
    row.actor_id === null
      ? null
      : { id: row.actor_id, name: principal.directory.people.get(row.actor_id)?.name ?? '' }
  const data =
    row.stream === 'refusal'
      ? refused(row.fields['unmet'], principal, context)
      : masked(unflatten(row.fields), row.type, context)
  return {
    at: row.business_at.toString(),
    type: row.type,
    stream: row.stream,
    by: actor,
    system: actor === null,
    data: row.label === null ? data : { label: row.label, ...data },
  }
}

/** What stood in the way and who could have done it, in words (SYS-02, SYS-20); what was typed may hold a number (SYS-09). */
function refused(unmet: Json | undefined, principal: Principal, context: Context) {
  const gates = (unmet ?? []) as unknown as readonly UnmetGate[]
  return {
    unmet: wordUnmet(gates, principal.directory, context.playbook).map(({ rule, text }) => ({
      rule,
      text: maskNumbersIn(text),
    })),
  }
}

/** What a screen may show of an event: personal fields masked wherever an event carries them (SYS-09). */
function masked(data: Record<string, Json>, type: string, context: Context): Record<string, Json> {
  if (type === 'registered' || type === 'form-saved') {
    const form = type === 'registered' ? 'registration' : asText(data['form'])
    const values = (data['values'] ?? {}) as Record<string, Json>
    return {
      ...data,
      values: Object.fromEntries(
        Object.entries(values).map(([key, value]) => [
          key,
          typeof value === 'string' ? maskField(form, key, value, context) : value,
        ]),
      ),
    }
  }
  if (type === 'corrected')
    return {
      ...data,
      value: maskField('registration', asText(data['field']), asText(data['value']), context),
    }
  if (type === 'agreement-drafted')
    return {
      ...data,
      address: maskField('registration', 'address', asText(data['address']), context),
    }
  if (type === 'tasks-created') {
    const tasks = (data['tasks'] ?? []) as readonly Record<string, Json>[]
    return {
      ...data,
      tasks: tasks.map((task) => ({
        ...task,
        phone: maskField('registration', 'phone', asText(task['phone']), context),
        address: maskField('registration', 'address', asText(task['address']), context),
      })),
    }
  }
  return data
}
