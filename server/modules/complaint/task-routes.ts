import { api, type TaskView } from '@yinuo/contract'
import { type CaseCommand, civilDate, postKeys } from '@yinuo/domain'
import { type Handler, on } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import type { CasePorts } from './case-ports.ts'
import { presentTask } from './present-complaint.ts'
import { type CommandCall, runCaseCommand } from './run-case-command.ts'
import { holdsTask, readTasks } from './task-store.ts'

/** ROLE-05: each department works off the tasks addressed to it and sees of the customer what they need. */
export function taskHandlers(ports: CasePorts): readonly Handler[] {
  const change = async (
    call: CommandCall,
    taskId: string,
    complaintId: string,
    command: CaseCommand,
  ): Promise<TaskView> => {
    const { principal } = call
    if (
      !(await holdsTask(
        ports.pool,
        principal.orgId,
        complaintId,
        taskId,
        executingPosts(principal),
      ))
    )
      throw notFound()
    const done = await runCaseCommand(ports, call, complaintId, command, { seenByWorkList: true })
    const task = done.state.tasks.find((one) => one.id === taskId)
    if (task === undefined) throw notFound()
    return presentTask(task, done.state, principal, 'clear')
  }
  return [
    on(api.complaint.listTasks, async ({ query, principal }) => {
      const rows = await readTasks(
        ports.pool,
        principal.orgId,
        executingPosts(principal),
        query.state,
      )
      return {
        tasks: rows.map((row) => ({
          ...presentTask(
            row.content,
            { id: row.complaint_id, playbook: row.playbook },
            principal,
            'clear',
          ),
          number: row.number,
          createdAt: row.created_at.toString(),
          dueAt: row.due_at?.toString() ?? null,
          warnAt: row.warn_at?.toString() ?? null,
        })),
        now: principal.now,
      }
    }),
    on(api.complaint.acknowledgeTask, (call) =>
      change(call, call.params.id, call.body.complaintId, {
        type: 'acknowledge-task',
        task: call.params.id,
      }),
    ),
    on(api.complaint.completeTask, (call) =>
      change(call, call.params.id, call.body.complaintId, {
        type: 'complete-task',
        task: call.params.id,
        waybill: call.body.waybill,
        doneOn: call.body.doneOn,
        note: call.body.note,
      }),
    ),
  ]
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
