import { PHRASE_LEVELS, QUALIFICATION_VALUES, REMEDY_ASKS } from '@yinuo/domain'
import { z } from 'zod'
import { playbookReading } from './playbook-reading.ts'
import { route } from './route.ts'

/** The playbook as the screens need it: labels, forms, choices, steps, cards. Policy itself stays on the server. */
export const playbookView = z.object({
  code: z.string(),
  version: z.int(),
  label: z.string(),
  shortLabel: z.string(),
  choices: z.record(
    z.string(),
    z.object({
      ordered: z.boolean(),
      values: z.array(z.object({ key: z.string(), label: z.string() })),
    }),
  ),
  posts: z.record(
    z.string(),
    z.object({ label: z.string(), qualified: z.boolean(), executes: z.boolean() }),
  ),
  forms: z.record(
    z.string(),
    z.object({
      label: z.string(),
      rule: z.string(),
      groupedBy: z.string().optional(),
      fields: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          type: z.string(),
          required: z.boolean(),
          mayBeUnavailable: z.boolean(),
          choices: z.string().optional(),
          maxLength: z.int(),
          hint: z.string().optional(),
          /** Requirement of this field where it is not the form's. */
          rule: z.string().optional(),
          personal: z.boolean(),
          toCustomer: z.boolean().optional(),
          ask: z.enum(['must', 'may']).optional(),
          for: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
  records: z.record(
    z.string(),
    z.object({
      label: z.string(),
      fields: z.array(z.any()),
      /** The posts that may write it, and those that answer it where an answer is asked for. */
      writers: z.array(z.string()),
      deciders: z.array(z.string()),
    }),
  ),
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      needs: z.string(),
      forms: z.array(z.string()),
      status: z.string(),
    }),
  ),
  statuses: z.record(z.string(), z.string()),
  remedies: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: z.enum(['material', 'immaterial']),
      asks: z.array(z.enum(REMEDY_ASKS)),
      task: z.object({ post: z.string(), label: z.string(), evidence: z.string() }).nullable(),
    }),
  ),
  endings: z.array(z.object({ key: z.string(), label: z.string(), needsApproval: z.boolean() })),
  clocks: z.array(z.object({ key: z.string(), label: z.string(), rule: z.string() })),
  cards: z.record(
    z.string(),
    z.object({
      title: z.string(),
      points: z.array(z.string()),
      steps: z.array(z.string()),
      moods: z.array(z.string()),
    }),
  ),
  phrases: z.array(
    z.object({
      id: z.string(),
      rule: z.string(),
      level: z.enum(PHRASE_LEVELS),
      says: z.array(z.string()),
      instead: z.string(),
    }),
  ),
  qualification: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      must: z.boolean(),
      group: z.string(),
      value: z.enum(QUALIFICATION_VALUES),
      yearly: z.boolean(),
      admits: z.literal('visit').optional(),
    }),
  ),
  settings: z.record(z.string(), z.number()),
})
export type PlaybookView = z.output<typeof playbookView>

export const playbookRoutes = {
  list: route({
    method: 'GET',
    path: '/playbooks',
    summary: '行业手册',
    access: 'session',
    output: z.object({
      playbooks: z.array(z.object({ code: z.string(), label: z.string(), version: z.int() })),
    }),
  }),
  read: route({
    method: 'GET',
    path: '/playbooks/:code',
    summary: '一本手册的现行版本',
    access: 'session',
    params: z.object({ code: z.string().max(10) }),
    output: playbookView,
  }),
  reading: route({
    method: 'GET',
    path: '/playbooks/:code/reading',
    summary: '一本手册的全文，写成给人读的话',
    access: 'session',
    params: z.object({ code: z.string().max(10) }),
    output: playbookReading,
  }),
}
