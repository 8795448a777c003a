import type { Pool } from 'pg'
import type { TaskView } from '@yinuo/contract'
import { type CaseCommand, civilDate, postKeys } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { CasePorts } from './case-ports.ts'
import { presentTask } from './present-complaint.ts'
import { type CommandCall, runCaseCommand } from './run-case-command.ts'
import { holdsTask, readTasks } from './task-store.ts'

export type ListedTaskView = TaskView & {
  number: string
  createdAt: string
  dueAt: string | null
  warnAt: string | null
  owner: { id: string; name: string }
}

/**
 * The tasks addressed to this person's departments, with what of the customer they need (ROLE-05); or those of the cases he
 * answers for, a leader's being everybody's, so that what is late is seen (EXE-04).
 */
export async function readWorkList(
  pool: Pool,
  principal: Principal,
  { state, of }: { readonly state: 'open' | 'done' | 'all'; readonly of: 'department' | 'cases' },
): Promise<ListedTaskView[]> {
  const own = of === 'department'
  const overseer = principal.duties.has('approve') ? null : principal.actor.id
  const whose = own ? { posts: executingPosts(principal) } : { owner: overseer }
  const rows = await readTasks(pool, principal.orgId, whose, state)
  return rows.map((row) => ({
    ...presentTask(
      row.content,
      { id: row.complaint_id, playbook: row.playbook },
      principal,
      own ? 'clear' : 'masked',
    ),
    owner: {
      id: row.owner_id,
      name: principal.directory.people.get(row.owner_id)?.name ?? '',
    },
    number: row.number,
    createdAt: row.created_at.toString(),
    dueAt: row.due_at?.toString() ?? null,
    warnAt: row.warn_at?.toString() ?? null,
  }))
}

/** A department's act on its task; a task of another department or case does not exist for it. */
export async function changeTask(
  ports: CasePorts,
  call: CommandCall,
  taskId: string,
  complaintId: string,
  command: CaseCommand,
): Promise<TaskView> {
  const { principal } = call
  const posts = executingPosts(principal)
  if (!(await holdsTask(ports.pool, principal.orgId, complaintId, taskId, posts))) throw notFound()
  const done = await runCaseCommand(ports, call, complaintId, command, { seenByWorkList: true })
  const task = done.state.tasks.find((one) => one.id === taskId)
  if (task === undefined) throw notFound()
  return presentTask(task, done.state, principal, 'clear')
}

function executingPosts(principal: Principal): readonly string[] {
  const { directory, actor, now } = principal
  const today = civilDate(now, directory.zone)
  return [...directory.playbooks.values()].flatMap((playbook) =>
    postKeys(actor, directory.people, playbook, today).filter(
      (key) => playbook.posts[key]?.duties.includes('execute') === true,
    ),
  )
}
