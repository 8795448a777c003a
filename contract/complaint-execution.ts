import { z } from 'zod'
import { approvalView } from './approval-view.ts'
import { taskView } from './complaint-view.ts'
import { route } from './route.ts'
import { date, id, idParams, instant, personRef, text } from './shapes.ts'

/** Work lists beside the case: what waits for a leader's word, and what the departments have to do. */
export const executionRoutes = {
  listApprovals: route({
    method: 'GET',
    path: '/approvals',
    summary: '等我批的方案、结束提请和其他申请，按剩余时间（APR-02）',
    access: 'approve',
    output: z.object({ approvals: z.array(approvalView), now: instant }),
  }),
  listTasks: route({
    method: 'GET',
    path: '/tasks',
    summary: '本部门的执行单',
    access: 'session',
    query: z.object({
      state: z.enum(['open', 'done', 'all']).default('open'),
      /** `department`: addressed to one's own posts; `cases`: of the complaints one answers for (EXE-04). */
      of: z.enum(['department', 'cases']).default('department'),
    }),
    output: z.object({
      tasks: z.array(
        taskView.extend({
          number: z.string(),
          createdAt: instant,
          dueAt: instant.nullable(),
          /** Where the playbook's warning begins. */
          warnAt: instant.nullable(),
          owner: personRef,
        }),
      ),
      now: instant,
    }),
  }),
  acknowledgeTask: route({
    method: 'POST',
    path: '/tasks/:id/acknowledge',
    summary: '部门接单',
    access: 'execute',
    params: idParams,
    body: z.object({ complaintId: id }),
    output: taskView,
  }),
  completeTask: route({
    method: 'POST',
    path: '/tasks/:id/complete',
    summary: '部门完成，记运单号与日期（EXE-01）',
    access: 'execute',
    params: idParams,
    body: z.object({
      complaintId: id,
      waybill: text(100).default(''),
      doneOn: date,
      note: text(1000).default(''),
    }),
    output: taskView,
  }),
}
