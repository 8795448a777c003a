import { z } from 'zod'
import { route } from './route.ts'
import { date, id, idParams, instant, personRef, said, text } from './shapes.ts'

export const loginName = z.string().regex(/^[a-z0-9._-]{3,40}$/)

export const heldPost = z.object({ playbook: z.string(), post: z.string(), label: z.string() })
export const qualificationEntry = z.object({
  /** `fulfilled`: assessed as met; `failed`: assessed as not met; `waived`: a leader excused it with a reason. */
  result: z.enum(['fulfilled', 'failed', 'waived']),
  value: z.union([z.number(), z.string(), z.null()]),
  assessor: personRef.nullable(),
  at: instant.nullable(),
  /** The last day on which a yearly assessment counts; null where it counts for good (STF-10). */
  until: date.nullable(),
  reason: z.string(),
})
export const personView = z.object({
  id,
  version: z.int(),
  name: z.string(),
  login: z.string(),
  site: z.object({ id, name: z.string() }),
  reportsTo: personRef.nullable(),
  active: z.boolean(),
  posts: z.array(heldPost),
  deputies: z.array(z.object({ id, deputy: personRef, from: date, until: date })),
  qualification: z.record(z.string(), qualificationEntry),
  /** Labels of must-items that are neither fulfilled nor waived; empty means qualified (STF-01). */
  unqualifiedFor: z.array(z.string()),
  /** Labels of yearly items assessed more than twelve months ago (STF-10). */
  lapsed: z.array(z.string()),
})
export type PersonView = z.output<typeof personView>

const body = { version: z.object({ expectedVersion: z.int().min(1) }) }

export const peopleRoutes = {
  list: route({
    method: 'GET',
    path: '/people',
    summary: '人员名单',
    access: 'session',
    output: z.object({ people: z.array(personView) }),
  }),
  read: route({
    method: 'GET',
    path: '/people/:id',
    summary: '一位人员',
    access: 'session',
    params: idParams,
    output: personView,
  }),
  create: route({
    method: 'POST',
    path: '/people',
    summary: '新增人员',
    access: 'administer',
    body: z.object({
      id: id.optional(),
      name: said(40),
      login: loginName,
      password: text(200, 10),
      siteId: id,
      reportsTo: id.nullable().default(null),
    }),
    output: personView,
  }),
  change: route({
    method: 'PUT',
    path: '/people/:id',
    summary: '改姓名、现场、上级、停用',
    access: 'administer',
    params: idParams,
    body: body.version.extend({
      name: said(40).optional(),
      siteId: id.optional(),
      reportsTo: id.nullable().optional(),
      active: z.boolean().optional(),
    }),
    output: personView,
  }),
  setPassword: route({
    method: 'POST',
    path: '/people/:id/password',
    summary: '重设为一次性密码，登录全部失效；密码只显示这一次，本人登录后必须改掉',
    access: 'administer',
    params: idParams,
    /** Null where the same request is answered again: it was shown already. */
    output: z.object({ password: z.string().nullable() }),
  }),
  sessions: route({
    method: 'GET',
    path: '/people/:id/sessions',
    summary: '一个人现有的登录；本人和管理员可看',
    access: 'session',
    params: idParams,
    output: z.object({
      sessions: z.array(
        z.object({ id, openedAt: instant, expiresAt: instant, current: z.boolean() }),
      ),
    }),
  }),
  endSessions: route({
    method: 'POST',
    path: '/people/:id/sessions/end',
    summary: '结束一个人的登录：一个，或者全部',
    access: 'administer',
    params: idParams,
    body: z.object({ session: id.nullable().default(null) }),
    output: personView,
  }),
  history: route({
    method: 'GET',
    path: '/people/:id/history',
    summary: '岗位、资格、代理、密码的每一次改动（SYS-02）；本人、管理员、领导可看',
    access: 'session',
    params: idParams,
    output: z.object({
      entries: z.array(
        z.object({
          at: instant,
          type: z.string(),
          by: personRef.nullable(),
          data: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  }),
  figures: route({
    method: 'GET',
    path: '/people/:id/figures',
    summary: '近十二个月的期限和承诺，供考核工作态度（STF-10）',
    access: 'session',
    params: idParams,
    output: z.object({
      from: date,
      until: date,
      deadlines: z.object({ met: z.int(), late: z.int() }),
      promises: z.object({ kept: z.int(), broken: z.int() }),
    }),
  }),
  grantPost: route({
    method: 'POST',
    path: '/people/:id/posts',
    summary: '授予岗位；售后服务人员须资格齐全（STF-01）',
    access: 'administer',
    params: idParams,
    body: z.object({ playbook: z.string().max(10), post: z.string().max(40) }),
    output: personView,
  }),
  revokePost: route({
    method: 'POST',
    path: '/people/:id/posts/revoke',
    summary: '收回岗位',
    access: 'administer',
    params: idParams,
    body: z.object({ playbook: z.string().max(10), post: z.string().max(40) }),
    output: personView,
  }),
  nameDeputy: route({
    method: 'POST',
    path: '/people/:id/deputies',
    summary: '指定代理人和日期（SYS-15）',
    access: 'administer',
    params: idParams,
    body: z.object({ deputy: id, from: date, until: date }),
    output: personView,
  }),
  endDeputy: route({
    method: 'POST',
    path: '/people/:id/deputies/end',
    summary: '结束代理',
    access: 'administer',
    params: idParams,
    body: z.object({ deputyId: id }),
    output: personView,
  }),
  assess: route({
    method: 'POST',
    path: '/people/:id/qualification',
    summary: '记录资格考核一项（STF-01、STF-02）',
    access: 'administer',
    params: idParams,
    body: z.object({
      item: z.string().max(40),
      result: z.enum(['fulfilled', 'failed']),
      value: z.union([z.number(), text(200), z.null()]).default(null),
    }),
    output: personView,
  }),
  waive: route({
    method: 'POST',
    path: '/people/:id/qualification/waive',
    summary: '领导写明理由免除一项（STF-01）',
    access: 'waive-qualification',
    params: idParams,
    body: z.object({ item: z.string().max(40), reason: said(500) }),
    output: personView,
  }),
  sites: route({
    method: 'GET',
    path: '/sites',
    summary: '现场',
    access: 'session',
    output: z.object({ sites: z.array(z.object({ id, name: z.string() })) }),
  }),
  createSite: route({
    method: 'POST',
    path: '/sites',
    summary: '新增现场（SYS-25）',
    access: 'administer',
    body: z.object({ id: id.optional(), name: said(80) }),
    output: z.object({ id, name: z.string() }),
  }),
}
