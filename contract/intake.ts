import { CHANNELS, COMPLAINT_KINDS, MOODS } from '@yinuo/domain'
import { z } from 'zod'
import { complaintReceipt, complaintView } from './complaint-view.ts'
import { route } from './route.ts'
import {
  fieldValue,
  id,
  idParams,
  instant,
  okay,
  personRef,
  said,
  skipReasons,
  text,
  unavailable,
} from './shapes.ts'

export const spokenLine = z.object({ at: instant, text: text(2000), key: z.boolean() })
export const moodChange = z.object({ at: instant, mood: z.enum(MOODS) })

/** What is written while the customer talks; nothing in it is mandatory yet. */
export const draftContent = z.object({
  kind: z.enum(COMPLAINT_KINDS).default('complaint'),
  channel: z.enum(CHANNELS).default('phone'),
  customerId: id.nullable().default(null),
  values: z.record(z.string().max(60), fieldValue).default({}),
  unavailable: unavailable.default({}),
  words: z.array(spokenLine).max(500).default([]),
  /** The line being typed, not yet fixed by Enter. */
  unfinished: text(2000).default(''),
  moods: z.array(moodChange).max(200).default([]),
  finishedSpeakingAt: instant.nullable().default(null),
})

export const draftView = z.object({
  id,
  playbook: z.string(),
  owner: personRef,
  /** The customer's first word: the moment of the first keystroke. */
  receivedAt: instant,
  savedAt: instant,
  revision: z.int(),
  content: draftContent,
  complaintId: id.nullable(),
})
export type DraftView = z.output<typeof draftView>

export const similarCase = z.object({
  id,
  number: z.string(),
  customer: z.string(),
  reason: z.string(),
  receivedAt: instant,
  status: z.string(),
})

export const intakeRoutes = {
  listDrafts: route({
    method: 'GET',
    path: '/intake-drafts',
    summary: '我没登记完的；上级也看到下属超过 15 分钟的',
    access: 'record',
    output: z.object({ drafts: z.array(draftView) }),
  }),
  startDraft: route({
    method: 'POST',
    path: '/intake-drafts',
    summary: '第一次按键：开始登记，接到时间由此起算',
    access: 'record',
    body: z.object({ id, playbook: z.string().max(10), content: draftContent }),
    output: draftView,
  }),
  readDraft: route({
    method: 'GET',
    path: '/intake-drafts/:id',
    summary: '读回草稿',
    access: 'record',
    params: idParams,
    output: draftView,
  }),
  saveDraft: route({
    method: 'PUT',
    path: '/intake-drafts/:id',
    summary: '边听边存；revision 比服务器旧的不覆盖',
    access: 'record',
    params: idParams,
    body: z.object({ revision: z.int().min(1), content: draftContent }),
    output: z.object({ revision: z.int(), savedAt: instant }),
  }),
  discardDraft: route({
    method: 'POST',
    path: '/intake-drafts/:id/discard',
    summary: '不是投诉：写明原因放下草稿（已登记的不能丢弃，CMP-06）',
    access: 'record',
    params: idParams,
    body: z.object({ reason: said(500) }),
    output: okay,
  }),
  similar: route({
    method: 'GET',
    path: '/intake-drafts/:id/similar',
    summary: '七天内同客户、同产品、相近原因的投诉，供合并（SYS-16）',
    access: 'record',
    params: idParams,
    output: z.object({ cases: z.array(similarCase) }),
  }),
  registerDraft: route({
    method: 'POST',
    path: '/intake-drafts/:id/register',
    summary: '登记；可同时由本人签字并移交，一次成或全不成',
    access: 'record',
    params: idParams,
    body: z.object({
      content: draftContent,
      receivedAt: instant.optional(),
      earlierReason: text(500).optional(),
      sign: z.boolean().default(false),
      handOverTo: id.nullable().default(null),
      skip: skipReasons,
    }),
    output: complaintView,
  }),
  mergeDraft: route({
    method: 'POST',
    path: '/intake-drafts/:id/merge',
    summary: '是同一件：把这次的话并入已有投诉，并记客户催促',
    access: 'record',
    params: idParams,
    body: z.object({ complaintId: id, content: draftContent }),
    output: complaintView,
  }),
  register: route({
    method: 'POST',
    path: '/complaints',
    summary: '直接登记一件投诉（不经草稿），回给编号、经办人和期限；整件投诉用 GET 读',
    access: 'record',
    body: z.object({
      id: id.optional(),
      playbook: z.string().max(10),
      kind: z.enum(COMPLAINT_KINDS),
      channel: z.enum(CHANNELS),
      customerId: id.nullable().default(null),
      values: z.record(z.string().max(60), fieldValue),
      unavailable: unavailable.default({}),
      words: z.array(spokenLine).max(500).default([]),
      moods: z.array(moodChange).max(200).default([]),
      receivedAt: instant.optional(),
      earlierReason: text(500).optional(),
      sign: z.boolean().default(false),
      handOverTo: id.nullable().default(null),
      skip: skipReasons,
    }),
    output: complaintReceipt,
  }),
}
