import { ENDINGS, PLAN_CLASSES } from '@yinuo/domain'
import { z } from 'zod'
import { planContent, weighedAlternative } from './complaint-view.ts'
import { fieldValues, id, instant, personRef } from './shapes.ts'

/** What waits for a leader's word, with all he needs to say it: amount, what the customer wants, what was decided before. */
export const approvalView = z.object({
  complaintId: id,
  number: z.string(),
  playbook: z.string(),
  kind: z.enum(['plan', 'ending', 'record']),
  customer: z.string(),
  reason: z.string(),
  dailyLossFen: z.int().nullable(),
  author: personRef,
  submittedAt: instant.nullable(),
  due: z
    .object({ openedAt: instant, dueAt: instant, warnAt: instant.nullable(), missed: z.boolean() })
    .nullable(),
  plan: z
    .object({
      /** The decision is on this version and no other. */
      version: z.int(),
      content: planContent,
      class: z.enum(PLAN_CLASSES).nullable(),
      alternatives: z.array(weighedAlternative),
    })
    .nullable(),
  ending: z.object({ ending: z.enum(ENDINGS), reason: z.string() }).nullable(),
  /** An entry that waits for a yes or no: a visit, another demand, a well-known person (INV-14, INV-17, ESC-10). */
  record: z.object({ kind: z.string(), entry: z.int(), values: fieldValues }).nullable(),
  /** The considerations before negotiating, a–e (NEG-03), and what the customer wants (INV-06). */
  weighed: fieldValues,
  wants: z.object({ wish: z.string(), demand: z.string() }),
  /** Earlier answers to plans of this case, the newest first. */
  before: z.array(
    z.object({
      at: instant,
      by: personRef,
      decision: z.enum(['approved', 'returned', 'rejected']),
      remarks: z.string(),
      costFen: z.int().nullable(),
    }),
  ),
  /** Against splitting: granted on this case, to this customer this year, and to this author this month. Integer fen. */
  sums: z.object({
    caseFen: z.int(),
    customerFen: z.int(),
    authorFen: z.int(),
    authorCount: z.int(),
  }),
})
export type ApprovalView = z.output<typeof approvalView>
