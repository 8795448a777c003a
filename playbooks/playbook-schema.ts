import {
  CHANNELS,
  COMPLAINT_KINDS,
  DUTIES,
  ENDINGS,
  FIELD_TYPES,
  LADDER_TARGETS,
  MOODS,
  PHRASE_LEVELS,
  PLAYBOOK_CODES,
  PLAN_LEVELS,
  QUALIFICATION_VALUES,
  REMEDY_ASKS,
  SIGHTS,
  STRENGTHS,
  TASK_EVIDENCE,
  TRIGGER_VERBS,
  type Trigger,
} from '@yinuo/domain'
import { z } from 'zod'
import { condition } from './condition-schema.ts'
import { offer } from './finding.ts'
import { forwardIssues } from './forward-issues.ts'
import { SPAN_UNITS, timeSpan } from './time-span.ts'

// The shape of a playbook file. What a shape cannot say (that a name exists, that somebody may do a step) is in check-*.ts.

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/)
const label = z.string().trim().min(1).max(80)
const rule = z.string().regex(/^[A-Z]{2,4}-\d{2}$/)
const scalar = z.union([z.string(), z.number(), z.boolean()])
const named = <Value extends z.ZodType>(value: Value) => z.record(key, value)

const field = z.strictObject({
  label,
  type: z.enum(FIELD_TYPES),
  required: z.boolean().default(false),
  'may-be-unavailable': z.boolean().default(false),
  choices: key.optional(),
  'max-length': z.int().min(1).max(20_000).optional(),
  hint: label.optional(),
  personal: z.boolean().default(false),
  rule: rule.optional(),
  'to-customer': z.boolean().optional(),
  ask: z.enum(['must', 'may']).optional(),
  for: z.array(key).min(1).optional(),
  sends: z.literal('visit').optional(),
})

const trigger = z.unknown().transform((raw, context): Trigger => {
  const all = typeof raw === 'object' && raw !== null ? Object.entries(raw) : []
  const from = all.find(([name]) => name === 'from')?.[1] as unknown
  const entries = all.filter(([name]) => name !== 'from')
  const [name, object] = entries[0] ?? []
  const verb = TRIGGER_VERBS.find((one) => one === name)
  const origin = scalar.optional().safeParse(from)
  if (entries.length === 1 && verb !== undefined && typeof object === 'string') {
    if (from === undefined) return { verb, object }
    if (verb === 'change' && origin.data !== undefined) return { verb, object, from: origin.data }
  }
  context.issues.push({
    code: 'custom',
    input: raw,
    message:
      verb === undefined && name !== undefined
        ? `没有“${name}”这种时机`
        : '时机要写成一个动作加一样东西',
    params: { remedy: `例如 { enter: execution }。${offer(name ?? '', TRIGGER_VERBS)}` },
  })
  return z.NEVER
})

const gate = z.strictObject({
  id: rule,
  on: z.array(trigger).min(1),
  strength: z.enum(STRENGTHS),
  when: condition.optional(),
  unless: condition.optional(),
  need: condition,
  who: z.array(key).min(1),
  shows: label.optional(),
})

const reaction = z.strictObject({
  id: rule,
  when: condition,
  says: label,
  notify: z.array(key).min(1),
})

const phrase = z.strictObject({
  id: z.string().regex(/^PH-\d{2,3}$/),
  rule,
  level: z.enum(PHRASE_LEVELS).exclude(['off']),
  says: z.array(label).min(1),
  instead: z.string().trim().max(80).default(''),
})

const settingSpan = z.strictObject({ setting: key, unit: z.enum(SPAN_UNITS) })
const spanOrSetting = z
  .unknown()
  .transform((raw, context): string | z.output<typeof settingSpan> => {
    const result = typeof raw === 'object' ? settingSpan.safeParse(raw) : timeSpan.safeParse(raw)
    if (result.success) return result.data
    forwardIssues(context, result.error.issues, raw)
    return z.NEVER
  })

const clock = z.strictObject({
  label,
  rule,
  from: z.union([z.string(), z.array(z.string()).min(1)]),
  per: z.enum(['case', 'task']).default('case'),
  base: z.enum(['event', 'received']).default('event'),
  due: z.strictObject({
    after: spanOrSetting.optional(),
    'end-of-day': z.int().min(0).max(366).optional(),
  }),
  'warn-before': timeSpan,
  'met-by': z.array(z.string()),
  'voided-by': z.array(z.string()),
  'owned-by': z.enum(['owner', 'recorder', 'receiver', 'leaders']),
  ladder: z
    .array(z.strictObject({ after: timeSpan, to: z.array(z.enum(LADDER_TARGETS)).min(1) }))
    .min(1),
  'restarts-on-activity': z.boolean().default(false),
})

const remedy = z.strictObject({
  label,
  kind: z.enum(['material', 'immaterial']),
  asks: z.array(z.enum(REMEDY_ASKS)).default([]),
  task: z
    .strictObject({ post: key, kind: key, label, rule, evidence: z.enum(TASK_EVIDENCE) })
    .optional(),
})

const examples = z.strictObject({
  complaint: z.strictObject({ kind: z.enum(COMPLAINT_KINDS), channel: z.enum(CHANNELS) }),
  forms: named(
    z.strictObject({
      values: named(scalar),
      unavailable: named(z.string().trim().min(1)).default({}),
    }),
  ),
  records: named(named(scalar)).default({}),
  plan: z.strictObject({
    opinion: z.string().trim().min(1),
    remedies: z
      .array(
        z.strictObject({
          remedy: key,
          note: z.string().default(''),
          product: z.string().default(''),
          quantity: z.int().min(1),
          unit: z.string().default(''),
          'amount-fen': z.int().min(0),
          who: z.string().default(''),
          on: z.iso.date().or(z.literal('')).default(''),
          place: z.string().default(''),
        }),
      )
      .min(1),
    'cost-fen': z.int().min(0),
    'kept-fen': z.int().min(0),
    level: z.enum(PLAN_LEVELS),
  }),
})

export const playbookSchema = z.strictObject({
  playbook: z.enum(PLAYBOOK_CODES),
  version: z.int().min(1),
  label,
  'short-label': label,
  'number-prefix': z.string().regex(/^[A-Z]{1,6}$/),
  settings: named(z.strictObject({ label, value: z.number(), unit: label, rule: rule.optional() })),
  choices: named(z.strictObject({ ordered: z.boolean().default(false), values: named(label) })),
  posts: named(
    z.strictObject({
      label,
      duties: z.array(z.enum(DUTIES)).min(1),
      sight: z.enum(SIGHTS),
      level: z.int().min(0).max(1000),
      qualified: z.boolean().optional(),
    }),
  ),
  steps: z
    .array(
      z.strictObject({
        key,
        label,
        needs: label,
        forms: z.array(key),
        status: key,
        duty: z.enum(DUTIES),
      }),
    )
    .min(1),
  statuses: named(label),
  forms: named(
    z.strictObject({ label, rule, 'grouped-by': z.string().optional(), fields: named(field) }),
  ),
  records: named(
    z.strictObject({
      label,
      rule,
      duty: z.enum(DUTIES),
      'decided-by': z.enum(DUTIES).optional(),
      fields: named(field),
    }),
  ),
  gates: z.array(gate),
  reactions: z.array(reaction).default([]),
  clocks: named(clock),
  remedies: named(remedy),
  endings: z.partialRecord(
    z.enum(ENDINGS),
    z.strictObject({
      label,
      'needs-approval': z.boolean(),
      tell: z.boolean().default(false),
      rule,
      need: condition.optional(),
    }),
  ),
  cards: named(
    z.strictObject({
      title: label,
      points: z
        .array(
          z.union([
            label.transform((text) => ({ text, done: undefined })),
            z.strictObject({ text: label, done: condition }),
          ]),
        )
        .min(1),
      steps: z.array(key).default([]),
      moods: z.array(z.enum(MOODS)).default([]),
    }),
  ),
  phrases: z.array(phrase).default([]),
  qualification: z.array(
    z.strictObject({
      group: label,
      items: named(
        z.strictObject({
          label,
          must: z.boolean(),
          value: z.enum(QUALIFICATION_VALUES).default('words'),
          yearly: z.boolean().default(false),
          admits: z.literal('visit').optional(),
        }),
      ),
    }),
  ),
  examples,
})

/** A playbook file whose shape is right; its names are not yet checked against each other. */
export type PlaybookSource = z.output<typeof playbookSchema>
export type FieldSource = z.output<typeof field>
