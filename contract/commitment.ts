import { PROMISE_SUBJECTS } from '@yinuo/domain'
import { z } from 'zod'
import { commitmentView } from './commitment-view.ts'
import { route } from './route.ts'
import { id, idParams, instant, personRef, said, text } from './shapes.ts'

export const dayItem = z.object({
  id: z.string(),
  noun: z.enum(['complaint', 'promise', 'approval', 'task', 'handover', 'scan', 'draft']),
  title: z.string(),
  detail: z.string(),
  complaintId: id.nullable(),
  draftId: id.nullable(),
  /** The one thing to do: an action key the screen has a verb for. */
  action: z.string(),
  openedAt: instant.nullable(),
  dueAt: instant.nullable(),
  warnAt: instant.nullable(),
  missed: z.boolean(),
})
export type DayItem = z.output<typeof dayItem>

export const commitmentRoutes = {
  myDay: route({
    method: 'GET',
    path: '/my-day',
    summary: '接下来我该做什么、还剩多久，全部名目按剩余时间',
    access: 'session',
    output: z.object({
      now: instant,
      items: z.array(dayItem),
      /** What others owe me. */
      waiting: z.array(
        z.object({ title: z.string(), detail: z.string(), complaintId: id, since: instant }),
      ),
      /** My promises of the last 30 days in order of their due times. */
      ledger: z.array(
        z.object({
          id,
          outcome: z.enum(['open', 'met', 'met-late', 'rescheduled', 'broken', 'void']),
          content: z.string(),
          dueAt: instant,
        }),
      ),
      doneToday: z.object({ count: z.int(), late: z.int() }),
    }),
  }),
  makePromise: route({
    method: 'POST',
    path: '/complaints/:id/promises',
    summary: '记下对客户的承诺：内容、给谁、日期和时间（PRM-01）',
    access: 'promise',
    params: idParams,
    body: z.object({
      content: said(500),
      toWhom: said(80),
      dueAt: instant.nullable(),
      source: z.enum(['call', 'chat', 'visit']),
      /** What is promised: an answer or a call, a visit, or an outcome (INV-12). */
      about: z.enum(PROMISE_SUBJECTS).default('answer'),
      /** 已说出口: said to the customer before it was written down; recorded in any case and told to the leaders. */
      spoken: z.boolean().default(false),
      owner: id.optional(),
    }),
    output: commitmentView,
  }),
  keepPromise: route({
    method: 'POST',
    path: '/commitments/:id/keep',
    summary: '承诺已做到',
    access: 'promise',
    params: idParams,
    body: z.object({ note: text(1000).default('') }),
    output: commitmentView,
  }),
  explain: route({
    method: 'POST',
    path: '/commitments/:id/explain',
    summary: '说明超时原因；说明会留下，超时也会留下（CLK-21）',
    access: 'session',
    params: idParams,
    body: z.object({ text: said(1000) }),
    output: commitmentView,
  }),
  read: route({
    method: 'GET',
    path: '/commitments/:id',
    summary: '一个时钟或承诺',
    access: 'session',
    params: idParams,
    output: commitmentView,
  }),
  notices: route({
    method: 'GET',
    path: '/notices',
    summary: '通知',
    access: 'session',
    query: z.object({
      before: instant.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    output: z.object({
      unread: z.int(),
      notices: z.array(
        z.object({
          id,
          kind: z.string(),
          title: z.string(),
          detail: z.string(),
          complaintId: id.nullable(),
          by: personRef.nullable(),
          at: instant,
          readAt: instant.nullable(),
        }),
      ),
    }),
  }),
  readNotices: route({
    method: 'POST',
    path: '/notices/read',
    summary: '标为已读',
    access: 'session',
    body: z.object({ ids: z.array(id).max(100) }),
    output: z.object({ unread: z.int() }),
  }),
  clock: route({
    method: 'GET',
    path: '/clock',
    summary: '业务时间',
    access: 'session',
    output: z.object({ now: instant, frozen: z.boolean(), movable: z.boolean() }),
  }),
  moveClock: route({
    method: 'POST',
    path: '/clock',
    summary: '演示库：拨动业务时间（正式库拒绝，SYS-05）',
    access: 'administer',
    body: z.object({ now: instant.nullable(), frozen: z.boolean().default(false) }),
    output: z.object({ now: instant, frozen: z.boolean(), movable: z.boolean() }),
  }),
}
