import type { Pool } from 'pg'
import type { OrgId, TaskRow } from '@yinuo/domain'
import { readOrg } from '../../platform/database/index.ts'

export type ListedTask = {
  readonly complaint_id: string
  readonly content: TaskRow
  readonly number: string
  readonly playbook: string
  readonly created_at: Temporal.Instant
  readonly due_at: Temporal.Instant | null
  readonly warn_at: Temporal.Instant | null
  readonly owner_id: string
}

const STATES = {
  open: ['open', 'acknowledged'],
  done: ['done'],
  all: ['open', 'acknowledged', 'done', 'void'],
} as const

/** Whose tasks: addressed to departments, or of the open cases a person answers for; `null` means everybody's cases. */
export type TasksOf = { readonly posts: readonly string[] } | { readonly owner: string | null }

/** A work list, oldest first; what is done newest first. */
export async function readTasks(
  pool: Pool,
  orgId: OrgId,
  of: TasksOf,
  state: keyof typeof STATES,
): Promise<readonly ListedTask[]> {
  return readOrg(pool, orgId, (_db, query) =>
    query<ListedTask>(
      `select t.complaint_id, t.content, t.created_at, p.number, p.playbook, p.owner_id, clock.due_at, clock.warn_at
       from task t join complaint p on p.org_id = t.org_id and p.complaint_id = t.complaint_id
       left join lateral (
         select c.due_at, c.warn_at from commitment c
         where c.org_id = t.org_id and c.complaint_id = t.complaint_id and c.state ->> 'task' = t.task_id::text and c.outcome = 'open' limit 1
       ) clock on true
       where t.org_id = $1 and t.state = any($3) and ${'posts' in of ? 't.post = any($2)' : `p.closed_at is null and ${of.owner === null ? '$2::uuid is null' : 'p.owner_id = $2'}`}
       order by t.created_at ${state === 'open' ? 'asc' : 'desc'} limit 500`,
      [orgId, 'posts' in of ? of.posts : of.owner, STATES[state]],
    ),
  )
}

/** Does the case hold this task, addressed to one of these posts? Departments see a case only through it. */
export async function holdsTask(
  pool: Pool,
  orgId: OrgId,
  complaintId: string,
  taskId: string,
  posts: readonly string[],
): Promise<boolean> {
  const rows = await readOrg(pool, orgId, (_db, query) =>
    query(
      'select 1 from task where org_id = $1 and task_id = $2 and complaint_id = $3 and post = any($4)',
      [orgId, taskId, complaintId, posts],
    ),
  )
  return rows.length > 0
}
