import { PARTIES, TRADES } from '@yinuo/domain'
import { z } from 'zod'
import { commitmentView } from './commitment-view.ts'
import { complaintRow } from './complaint.ts'
import { route } from './route.ts'
import { id, idParams, instant, personRef, said, text } from './shapes.ts'

/** The four items of the file, each with its last confirmation (CUS-01). */
export const CUSTOMER_ITEMS = ['identity', 'products', 'responsible', 'contacts'] as const

export const customerContact = z.object({ name: text(80), role: text(80), phone: text(40) })

const customerFields = z.object({
  name: said(120),
  party: z.enum(PARTIES),
  phone: text(40),
  address: text(300),
  /** How the customer wants to be addressed; used in all texts (CUS-11). */
  salutation: text(40),
  responsible: text(200),
  products: text(2000),
  contacts: z.array(customerContact).max(50),
  note: text(2000),
  /** A long-term trade relation or not, since when (2019, 2019-03 or a day), and what business is expected (CUS-03). */
  trade: z.enum(TRADES),
  since: z.union([
    z.literal(''),
    z.string().regex(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
  ]),
  prospects: text(1000),
})

export const customerInput = customerFields.extend({
  phone: customerFields.shape.phone.default(''),
  address: customerFields.shape.address.default(''),
  salutation: customerFields.shape.salutation.default(''),
  responsible: customerFields.shape.responsible.default(''),
  products: customerFields.shape.products.default(''),
  contacts: customerFields.shape.contacts.default([]),
  note: customerFields.shape.note.default(''),
  trade: customerFields.shape.trade.default(''),
  since: customerFields.shape.since.default(''),
  prospects: customerFields.shape.prospects.default(''),
})

const confirmation = z.object({ at: instant, by: personRef }).nullable()

/** Phone and address are masked; `phoneShown` keeps the digits one searched for. */
export const customerHit = z.object({
  id,
  name: z.string(),
  party: z.enum(PARTIES),
  phone: z.string(),
  address: z.string(),
  salutation: z.string(),
  foundBy: z.enum(['phone', 'invoice', 'name']),
  invoice: z
    .object({
      number: z.string(),
      purchasedOn: z.string(),
      lines: z.array(
        z.object({
          product: z.string(),
          spec: z.string(),
          batch: z.string(),
          quantity: z.number(),
          unit: z.string(),
        }),
      ),
    })
    .nullable(),
})
export type CustomerHit = z.output<typeof customerHit>

export const customerView = z.object({
  id,
  version: z.int(),
  name: z.string(),
  party: z.enum(PARTIES),
  phone: z.string(),
  address: z.string(),
  salutation: z.string(),
  responsible: z.string(),
  products: z.string(),
  contacts: z.array(customerContact),
  note: z.string(),
  trade: z.enum(TRADES),
  since: z.string(),
  prospects: z.string(),
  /** The day of the oldest invoice on file; null without one. */
  firstPurchase: z.string().nullable(),
  /** The agent this customer buys from, and the end users who buy from it (CUS-09). */
  agent: z.object({ id, name: z.string() }).nullable(),
  endUsers: z.array(z.object({ id, name: z.string(), openComplaints: z.int() })),
  confirmed: z.record(z.enum(CUSTOMER_ITEMS), confirmation),
  invoices: z.array(
    z.object({
      number: z.string(),
      purchasedOn: z.string(),
      lines: z.array(
        z.object({
          product: z.string(),
          spec: z.string(),
          batch: z.string(),
          quantity: z.number(),
          unit: z.string(),
        }),
      ),
    }),
  ),
  complaints: z.array(complaintRow),
  promises: z.array(commitmentView),
  ledger: z.object({ kept: z.int(), rescheduled: z.int(), broken: z.int(), open: z.int() }),
  mayEdit: z.boolean(),
  mayReveal: z.boolean(),
})
export type CustomerView = z.output<typeof customerView>

/** What has been between us and a customer, in one line of time (CUS-02). */
export const CUSTOMER_HISTORY = [
  'complaint',
  'agreement',
  'promise',
  'call-back',
  'purchase',
] as const
export const customerEntry = z.object({
  at: instant,
  kind: z.enum(CUSTOMER_HISTORY),
  /** What happened: the type of the event, or `promised`, `purchased`. */
  type: z.string(),
  text: z.string(),
  /** How a promise stands. */
  outcome: z.string(),
  complaint: z.object({ id, number: z.string() }).nullable(),
})
export type CustomerEntry = z.output<typeof customerEntry>

export const customerRoutes = {
  find: route({
    method: 'GET',
    path: '/customers/find',
    summary: '边打边找：电话、发票号或名称（CMP-10）',
    access: 'record',
    query: z.object({ q: text(60, 1), limit: z.coerce.number().int().min(1).max(20).default(8) }),
    output: z.object({ hits: z.array(customerHit) }),
  }),
  list: route({
    method: 'GET',
    path: '/customers',
    summary: '客户名单',
    access: 'session',
    query: z.object({
      q: text(60).default(''),
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          id,
          name: z.string(),
          party: z.enum(PARTIES),
          phone: z.string(),
          address: z.string(),
          salutation: z.string(),
          openComplaints: z.int(),
          complaints: z.int(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  read: route({
    method: 'GET',
    path: '/customers/:id',
    summary: '客户档案（CUS-01）',
    access: 'session',
    params: idParams,
    output: customerView,
  }),
  create: route({
    method: 'POST',
    path: '/customers',
    summary: '建客户',
    access: 'record',
    body: customerInput.extend({ id: id.optional() }),
    output: customerView,
  }),
  change: route({
    method: 'PUT',
    path: '/customers/:id',
    summary: '改客户档案',
    access: 'edit-customers',
    params: idParams,
    // Not of `customerInput`: its defaults would empty what was not sent.
    body: customerFields.partial().extend({ expectedVersion: z.int().min(1) }),
    output: customerView,
  }),
  timeline: route({
    method: 'GET',
    path: '/customers/:id/timeline',
    summary: '一条时间线：投诉、协议、承诺、回访、购买，新的在前（CUS-02）',
    access: 'session',
    params: idParams,
    query: z.object({
      before: instant.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ entries: z.array(customerEntry), next: instant.nullable() }),
  }),
  link: route({
    method: 'POST',
    path: '/customers/:id/agent',
    summary: '最终用户归到代理商名下，或者取消（CUS-09）',
    access: 'edit-customers',
    params: idParams,
    body: z.object({ agent: id.nullable() }),
    output: customerView,
  }),
  confirm: route({
    method: 'POST',
    path: '/customers/:id/confirm',
    summary: '与客户核对过某项（CUS-01）',
    access: 'record',
    params: idParams,
    body: z.object({ item: z.enum(CUSTOMER_ITEMS) }),
    output: customerView,
  }),
  reveal: route({
    method: 'POST',
    path: '/customers/:id/reveal',
    summary: '显示号码或地址，留痕（SYS-09）',
    access: 'reveal-contacts',
    params: idParams,
    body: z.object({
      field: z.enum(['phone', 'address', 'contact']),
      /** For `contact`: its place in the address book, from 0. */
      contact: z.int().min(0).max(49).default(0),
    }),
    output: z.object({ value: z.string() }),
  }),
  products: route({
    method: 'GET',
    path: '/products',
    summary: '产品目录',
    access: 'session',
    query: z.object({ q: text(60).default('') }),
    output: z.object({
      products: z.array(
        z.object({ id, code: z.string(), name: z.string(), spec: z.string(), unit: z.string() }),
      ),
    }),
  }),
}
