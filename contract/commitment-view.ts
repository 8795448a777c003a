import { z } from 'zod'
import { id, instant, personRef } from './shapes.ts'

export const COMMITMENT_OUTCOMES = [
  'open',
  'met',
  'met-late',
  'rescheduled',
  'broken',
  'void',
] as const

/** A clock or a promise as every screen shows it (CLK-21). The status word follows from the times and the business clock. */
export const commitmentView = z.object({
  id,
  kind: z.enum(['deadline', 'promise']),
  label: z.string(),
  /** Requirement the deadline enforces; empty for a promise by mouth. */
  rule: z.string(),
  content: z.string(),
  subject: z.object({ kind: z.literal('complaint'), id, number: z.string(), title: z.string() }),
  owner: personRef.nullable(),
  toWhom: z.string(),
  openedAt: instant,
  dueAt: instant,
  warnAt: instant.nullable(),
  outcome: z.enum(['open', 'met', 'met-late', 'rescheduled', 'broken', 'void']),
  metAt: instant.nullable(),
  missedAt: instant.nullable(),
  explanations: z.array(z.object({ at: instant, by: personRef, text: z.string() })),
  mayKeep: z.boolean(),
  mayExplain: z.boolean(),
})
export type CommitmentView = z.output<typeof commitmentView>
