import { api } from '@yinuo/contract'
import { type Handler, on } from '../../platform/http/handler.ts'
import type { CasePorts } from './case-ports.ts'
import { changeTask, readWorkList } from './work-list.ts'

/** ROLE-05: each department works off the tasks addressed to it. */
export function taskHandlers(ports: CasePorts): readonly Handler[] {
  const { complaint } = api
  return [
    on(complaint.listTasks, async ({ query, principal }) => ({
      tasks: await readWorkList(ports.pool, principal, query),
      now: principal.now,
    })),
    on(complaint.acknowledgeTask, (call) =>
      changeTask(ports, call, call.params.id, call.body.complaintId, {
        type: 'acknowledge-task',
        task: call.params.id,
      }),
    ),
    on(complaint.completeTask, (call) => {
      const { complaintId, waybill, doneOn, note } = call.body
      return changeTask(ports, call, call.params.id, complaintId, {
        type: 'complete-task',
        task: call.params.id,
        waybill,
        doneOn,
        note,
      })
    }),
  ]
}
