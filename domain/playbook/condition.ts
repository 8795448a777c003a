import type { Json } from '../kernel/canonical.ts'
import type { Missing } from '../kernel/refusal.ts'

/** A place a condition reads: `registration.phone`, `contacts`, `plan.costFen`, `setting.minYears`. */
export type Path = string

/**
 * The closed grammar of playbook conditions (architecture §4), as plain data. No expressions, no code: whoever needs more
 * first asks whether it is domain code.
 */
export type Condition =
  | { readonly filled: readonly Path[] }
  | { readonly in: readonly [Path, readonly Json[]] }
  | { readonly atLeast: readonly [Path, number | { readonly setting: string }] }
  | { readonly atMost: readonly [Path, number | { readonly setting: string }] }
  | {
      readonly count: {
        readonly of: Path
        readonly atLeast: number
        readonly where?: Readonly<Record<string, Json>>
        readonly onDays?: number
      }
    }
  | {
      readonly recorded: { readonly kind: string; readonly where?: Readonly<Record<string, Json>> }
    }
  | {
      readonly signedBy: { readonly what: string; readonly by: 'recorder' | 'company' | 'customer' }
    }
  | { readonly approved: string }
  | { readonly confirmed: string }
  | { readonly allDone: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** What conditions may ask of a case; the process decider supplies it, so that this file knows no noun. */
export type Facts = {
  /** The value at a path, `undefined` when nothing was entered; 客户无法提供 counts as entered for `filled`. */
  read(path: Path): Json | undefined
  isUnavailable(path: Path): boolean
  list(path: Path): readonly Readonly<Record<string, Json | undefined>>[]
  setting(name: string): number
  signed(what: string, by: 'recorder' | 'company' | 'customer'): boolean
  approved(what: string): boolean
  confirmed(what: string): boolean
  /** The open items of a kind; empty when all are done. */
  open(what: string): readonly Missing[]
  civilDate(instant: string): string
}

/** What is missing for the condition to hold; empty when it holds. */
export function missingFor(condition: Condition, facts: Facts): readonly Missing[] {
  if ('filled' in condition)
    return condition.filled.filter((path) => !isFilled(path, facts)).map(fieldMissing)
  if ('in' in condition) {
    const [path, allowed] = condition.in
    const value = facts.read(path)
    return allowed.some((one) => one === value) ? [] : [fieldMissing(path)]
  }
  if ('atLeast' in condition)
    return compare(condition.atLeast, facts, (value, bound) => value >= bound, 'minimum')
  if ('atMost' in condition)
    return compare(condition.atMost, facts, (value, bound) => value <= bound, 'at-most')
  if ('count' in condition) return missingCount(condition.count, facts)
  if ('recorded' in condition) {
    const { kind, where } = condition.recorded
    return matching(facts.list(kind), where).length > 0 ? [] : [{ code: 'record', detail: kind }]
  }
  if ('signedBy' in condition) {
    const { what, by } = condition.signedBy
    return facts.signed(what, by)
      ? []
      : [{ code: by === 'recorder' ? 'signature-by-recorder' : 'signature', detail: what }]
  }
  if ('approved' in condition) {
    if (facts.approved(condition.approved)) return []
    return [{ code: condition.approved === 'ending' ? 'approved-ending' : 'approved-plan' }]
  }
  if ('confirmed' in condition) {
    return facts.confirmed(condition.confirmed)
      ? []
      : [{ code: 'agreement-confirmed-by-second-person' }]
  }
  if ('allDone' in condition) return facts.open(condition.allDone)
  if ('all' in condition) return condition.all.flatMap((one) => missingFor(one, facts))
  if ('any' in condition) {
    const tries = condition.any.map((one) => missingFor(one, facts))
    return tries.some((missing) => missing.length === 0) ? [] : (tries[0] ?? [])
  }
  return missingFor(condition.not, facts).length > 0 ? [] : [{ code: 'actual-value' }]
}

export function holds(condition: Condition, facts: Facts): boolean {
  return missingFor(condition, facts).length === 0
}

function isFilled(path: Path, facts: Facts): boolean {
  return isEntered(facts.read(path)) || facts.isUnavailable(path)
}

/** White space alone is not an answer. */
export function isEntered(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false
  return typeof value === 'string' ? value.trim() !== '' : true
}

function fieldMissing(path: Path): Missing {
  const [form, field] = path.split('.')
  return field === undefined
    ? { code: 'field', detail: path }
    : { code: 'field', form: form ?? '', field }
}

function compare(
  [path, bound]: readonly [Path, number | { readonly setting: string }],
  facts: Facts,
  passes: (value: number, bound: number) => boolean,
  code: 'minimum' | 'at-most',
): readonly Missing[] {
  const limit = typeof bound === 'number' ? bound : facts.setting(bound.setting)
  const value = facts.read(path)
  if (typeof value === 'number' && passes(value, limit)) return []
  return [{ ...fieldMissing(path), code, detail: String(limit) }]
}

function missingCount(
  count: Extract<Condition, { count: unknown }>['count'],
  facts: Facts,
): readonly Missing[] {
  const found = matching(facts.list(count.of), count.where)
  const days = new Set(
    found.map((entry) => (typeof entry['at'] === 'string' ? facts.civilDate(entry['at']) : '')),
  )
  const tooFew: readonly Missing[] =
    found.length >= count.atLeast
      ? []
      : [{ code: 'record-count', detail: count.of, count: count.atLeast }]
  const tooClose: readonly Missing[] =
    count.onDays === undefined || days.size >= count.onDays
      ? []
      : [{ code: 'spread-over-days', detail: String(count.onDays) }]
  return [...tooFew, ...tooClose]
}

function matching(
  entries: readonly Readonly<Record<string, Json | undefined>>[],
  where: Readonly<Record<string, Json>> | undefined,
): readonly Readonly<Record<string, Json | undefined>>[] {
  if (where === undefined) return entries
  return entries.filter((entry) =>
    Object.entries(where).every(([key, value]) => entry[key] === value),
  )
}
