import type { Condition } from '@yinuo/domain'
import { z } from 'zod'
import { offer } from './finding.ts'
import { forwardIssues } from './forward-issues.ts'

const path = z.string().min(1).max(80)
const scalar = z.union([z.string(), z.number(), z.boolean()])
const where = z.record(z.string(), scalar)
const bound = z.tuple([
  path,
  z.union([z.number(), z.string(), z.strictObject({ setting: z.string() })]),
])

type Reading = { readonly issues: readonly z.core.$ZodIssue[] } | { readonly condition: Condition }

/** Reads the value of one operator and turns its kebab-case into the domain's camelCase. */
function operator<Schema extends z.ZodType>(
  schema: Schema,
  build: (value: z.output<Schema>) => Condition,
): (raw: unknown) => Reading {
  return (raw) => {
    const result = schema.safeParse(raw)
    return result.success ? { condition: build(result.data) } : { issues: result.error.issues }
  }
}

const OPERATORS: Readonly<Record<string, (raw: unknown) => Reading>> = {
  filled: operator(z.array(path).min(1), (filled) => ({ filled })),
  in: operator(z.tuple([path, z.array(scalar).min(1)]), (value) => ({ in: value })),
  'at-least': operator(bound, (atLeast) => ({ atLeast })),
  'at-most': operator(bound, (atMost) => ({ atMost })),
  count: operator(
    z.strictObject({
      of: path,
      'at-least': z.int().min(1),
      where: where.optional(),
      'on-days': z.int().min(1).optional(),
    }),
    ({ of, 'at-least': atLeast, where: only, 'on-days': onDays }) => ({
      count: {
        of,
        atLeast,
        ...(only !== undefined && { where: only }),
        ...(onDays !== undefined && { onDays }),
      },
    }),
  ),
  recorded: (raw) =>
    typeof raw === 'string' ? { condition: { recorded: { kind: raw } } } : recordedWhere(raw),
  'signed-by': operator(
    z.strictObject({ what: z.string(), by: z.enum(['recorder', 'company', 'customer']) }),
    (signedBy) => ({ signedBy }),
  ),
  approved: operator(z.string(), (approved) => ({ approved })),
  confirmed: operator(z.string(), (confirmed) => ({ confirmed })),
  'all-done': operator(z.string(), (allDone) => ({ allDone })),
  all: operator(z.array(z.lazy(() => condition)).min(1), (all) => ({ all })),
  any: operator(z.array(z.lazy(() => condition)).min(1), (any) => ({ any })),
  not: operator(
    z.lazy(() => condition),
    (not) => ({ not }),
  ),
}

const recordedWhere = operator(
  z.strictObject({
    kind: z.string(),
    where: where.optional(),
    after: z.strictObject({ set: path }).optional(),
    'by-other': z.string().optional(),
  }),
  ({ kind, where: only, after, 'by-other': byOther }) => ({
    recorded: {
      kind,
      ...(only !== undefined && { where: only }),
      ...(after !== undefined && { afterSet: after.set }),
      ...(byOther !== undefined && { byOther }),
    },
  }),
)

/**
 * One condition of the closed grammar, read into the data of domain/playbook/condition.ts. The operator is chosen by its
 * name before its value is judged: a plain union would answer every slip with thirteen alternatives.
 */
export const condition: z.ZodType<Condition> = z.unknown().transform((raw, context): Condition => {
  const entries =
    typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : []
  const [name, value] = entries[0] ?? []
  if (name === undefined || entries.length !== 1) {
    context.issues.push({
      code: 'custom',
      input: raw,
      message: entries.length > 1 ? '一个条件里写了两种判断' : '这里要写一个条件',
      params: {
        remedy: '例如 { filled: [registration.phone] }；几个条件用 all: [ … ] 或 any: [ … ] 合起来',
      },
    })
    return z.NEVER
  }
  const read = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
  if (read === undefined) {
    context.issues.push({
      code: 'custom',
      input: raw,
      path: [name],
      message: `没有“${name}”这种判断`,
      params: { remedy: offer(name, Object.keys(OPERATORS)) },
    })
    return z.NEVER
  }
  const reading = read(value)
  if ('condition' in reading) return reading.condition
  forwardIssues(context, reading.issues, raw, [name])
  return z.NEVER
})
