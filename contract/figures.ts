import { FIGURES_BY, PLAN_CLASSES } from '@yinuo/domain'
import { z } from 'zod'
import { complaintRoutes } from './complaint.ts'
import { route } from './route.ts'
import { date, text } from './shapes.ts'

const figure = z.object({
  key: z.string(),
  label: z.string(),
  cases: z.int(),
  remedies: z.int(),
  costFen: z.int(),
  classes: z.record(z.enum(PLAN_CLASSES), z.int()),
})

const asked = z.object({
  /** Cases received from this day … */
  from: date,
  /** … to this day, both included. */
  until: date,
  by: z.enum(FIGURES_BY).default('type'),
})

export const figuresView = z.object({
  from: date,
  until: date,
  by: z.enum(FIGURES_BY),
  /** Every case received in these days, however it ended; the denominator of every share. */
  received: z.int(),
  open: z.int(),
  endings: z.array(z.object({ label: z.string(), cases: z.int() })),
  /** KPI-13: answered on the day of receipt, later, not yet. */
  answered: z.object({ sameDay: z.int(), later: z.int(), notYet: z.int() }),
  remedies: z.object({ total: figure, groups: z.array(figure) }),
})
export type FiguresView = z.output<typeof figuresView>

export const figuresRoutes = {
  read: route({
    method: 'GET',
    path: '/figures',
    summary: '统计：补救和费用（KPI-12）、当天答复（KPI-13），按受理日期',
    access: 'approve',
    query: asked,
    output: figuresView,
  }),
  export: route({
    method: 'POST',
    path: '/figures/export',
    summary: '统计存成 CSV（UTF-8，带 BOM）',
    access: 'approve',
    body: asked,
    output: z.any(),
  }),
  exportComplaints: route({
    method: 'POST',
    path: '/complaints/export',
    summary: '投诉列表存成 CSV：和列表看到的一样多，电话一样打星号，留痕（SYS-19）',
    access: 'session',
    body: complaintRoutes.list.query.omit({ cursor: true, limit: true }),
    output: z.any(),
  }),
  exportCustomers: route({
    method: 'POST',
    path: '/customers/export',
    summary: '客户名单存成 CSV：和名单看到的一样多，电话一样打星号，留痕（SYS-19）',
    access: 'session',
    body: z.object({ q: text(60).default('') }),
    output: z.any(),
  }),
}
