import { z } from 'zod'

/** Ids are UUIDs (version 7 when we make them). */
export const id = z.uuid()
export const idParams = z.object({ id })
/** ISO 8601 instant in UTC; at most to the microsecond. */
export const instant = z.iso.datetime({ offset: true }).max(40)
export const date = z.iso.date()
/** Integer fen, CNY. */
export const fen = z.int().min(0).max(10_000_000_000)

/** Text as people type it: emoji and traditional characters welcome, NUL and lone surrogates refused (PostgreSQL cannot store them). */
export function text(max: number, min = 0): z.ZodString {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((value) => !value.includes('\u0000') && value.isWellFormed(), {
      message: 'text-not-storable',
    }) as unknown as z.ZodString
}

/** Text that must say something: white space alone is nothing. */
export function said(max: number): z.ZodString {
  return text(max, 1).refine((value) => value.trim() !== '', {
    message: 'text-empty',
  }) as unknown as z.ZodString
}

export const personRef = z.object({ id, name: z.string() })
export const okay = z.object({ ok: z.literal(true) })
export const fieldValue = z.union([text(4000), z.number(), z.boolean(), z.null()])
export const fieldValues = z.record(z.string().max(60), fieldValue)
export const unavailable = z.record(z.string().max(60), said(500))

/** Reasons for skipping `should` gates, keyed by requirement id; each becomes a debt on the case. */
export const skipReasons = z.record(z.string().regex(/^[A-Z]{3,4}-\d{2,3}$/), said(500)).optional()

export const missingView = z.object({
  code: z.string(),
  /** A sentence in the user's language. */
  text: z.string(),
  form: z.string().optional(),
  field: z.string().optional(),
})

/** A gate that is not met, ready to show (SYS-20). */
export const unmetView = z.object({
  rule: z.string(),
  strength: z.enum(['must', 'should', 'advice']),
  text: z.string(),
  missing: z.array(missingView),
  /** Labels of the posts or names of the people who may act. */
  who: z.array(z.string()),
})
export type UnmetView = z.output<typeof unmetView>

/** Every error of the API. `reference` identifies the request in the log. */
export const problem = z.object({
  error: z.enum([
    'refused',
    'invalid',
    'not-found',
    'conflict',
    'unauthenticated',
    'password-change-needed',
    'forbidden-origin',
    'locked-out',
    'wrong-credentials',
    'key-missing',
    'key-reused',
    'too-large',
    'unsupported',
    'too-many',
    'unavailable',
    'internal',
  ]),
  message: z.string(),
  reference: z.string(),
  unmet: z.array(unmetView).optional(),
  /** Invalid input: where and what. */
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Conflict: what stands on the server now. */
  current: z.object({ version: z.number(), values: fieldValues.optional() }).optional(),
  retryAfterSeconds: z.number().optional(),
})
export type Problem = z.output<typeof problem>
