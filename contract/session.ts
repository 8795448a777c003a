import { DUTIES } from '@yinuo/domain'
import { z } from 'zod'
import { route } from './route.ts'
import { id, instant, okay, personRef, said, text } from './shapes.ts'

export const me = z.object({
  user: personRef,
  login: z.string(),
  organisation: z.object({ id, name: z.string(), timeZone: z.string(), demo: z.boolean() }),
  site: z.object({ id, name: z.string() }),
  posts: z.array(z.object({ key: z.string(), label: z.string(), playbook: z.string() })),
  /** What the posts held, including those of people one stands in for today, allow. */
  duties: z.array(z.enum(DUTIES)),
  /** Business time of the organisation. */
  now: instant,
  unread: z.int(),
  /** Logged in with a one-time password: nothing else is answered until it is changed (SYS-24). */
  mustChangePassword: z.boolean(),
})
export type Me = z.output<typeof me>

export const sessionRoutes = {
  hello: route({
    method: 'GET',
    path: '/hello',
    summary: '程序是否就绪、是否演示库、是否需要首次设置',
    access: 'public',
    output: z.object({
      demo: z.boolean(),
      setupNeeded: z.boolean(),
      version: z.string(),
      demoLogins: z.array(
        z.object({ login: z.string(), name: z.string(), post: z.string(), password: z.string() }),
      ),
    }),
  }),
  setup: route({
    method: 'POST',
    path: '/setup',
    summary: '首次设置：公司、管理员、现场（只在空库可用）',
    access: 'public',
    body: z.object({
      setupCode: text(100),
      organisation: said(80),
      site: said(80),
      administrator: said(40),
      login: z.string().regex(/^[a-z0-9._-]{3,40}$/),
      password: text(200, 10),
    }),
    output: okay,
  }),
  login: route({
    method: 'POST',
    path: '/login',
    summary: '登录',
    access: 'public',
    body: z.object({ login: text(100, 1), password: text(200, 1) }),
    output: me,
  }),
  logout: route({
    method: 'POST',
    path: '/logout',
    summary: '退出',
    access: 'session',
    output: okay,
  }),
  me: route({
    method: 'GET',
    path: '/me',
    summary: '我是谁，能做什么',
    access: 'session',
    output: me,
  }),
  changePassword: route({
    method: 'POST',
    path: '/me/password',
    summary: '改密码，其他登录全部失效',
    access: 'session',
    body: z.object({ current: text(200, 1), next: text(200, 10) }),
    output: okay,
  }),
}
