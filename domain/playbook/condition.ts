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
  | { readonly atLeast: readonly [Path, Bound] }
  | { readonly atMost: readonly [Path, Bound] }
  | {
      readonly count: {
        readonly of: Path
        readonly atLeast: number
        readonly where?: Readonly<Record<string, Json>>
        readonly onDays?: number
      }
    }
  | {
      readonly recorded: {
        readonly kind: string
        readonly where?: Readonly<Record<string, Json>>
        /** Recorded after the value at this path was last changed; what it spoke of is otherwise gone. */
        readonly afterSet?: Path
        /** A field of the record that names a person: somebody other than who wrote it and who owns the case. */
        readonly byOther?: string
      }
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

/** A number, a figure of the settings, or a key of an ordered choice. */
export type Bound = number | string | { readonly setting: string }

/** One record as conditions see it: its values, when and by whom, and its place in the order of the case's events. */
export type RecordFact = Readonly<Record<string, Json | undefined>> & { readonly order?: number }

/** What conditions may ask of a case; the process decider supplies it, so that this file knows no noun. */
export type Facts = {
  /** The value at a path, `undefined` when nothing was entered; 客户无法提供 counts as entered for `filled`. */
  read(path: Path): Json | undefined
  isUnavailable(path: Path): boolean
  list(path: Path): readonly RecordFact[]
  /** The keys of an ordered choice from low to high; empty where the path is no such choice. */
  ranks(path: Path): readonly string[]
  /** The place in the order of events at which the value at a path was last changed; 0 when never. */
  setAt(path: Path): number
  /** Whose matter the case is. */
  owner(): string
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
    if (allowed.some((one) => one === value)) return []
    const missing = fieldMissing(path)
    return isEntered(value)
      ? [{ ...missing, code: 'value', detail: allowed.map(String).join('、') }]
      : [missing]
  }
  if ('atLeast' in condition)
    return compare(condition.atLeast, facts, (value, bound) => value >= bound, 'minimum')
  if ('atMost' in condition)
    return compare(condition.atMost, facts, (value, bound) => value <= bound, 'at-most')
  if ('count' in condition) return missingCount(condition.count, facts)
  if ('recorded' in condition) {
    return isRecorded(condition.recorded, facts)
      ? []
      : [{ code: 'record', form: condition.recorded.kind, detail: condition.recorded.kind }]
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

function isRecorded(
  { kind, where, afterSet, byOther }: Extract<Condition, { recorded: unknown }>['recorded'],
  facts: Facts,
): boolean {
  const since = afterSet === undefined ? 0 : facts.setAt(afterSet)
  return matching(facts.list(kind), where).some((entry) => {
    const other = byOther === undefined ? undefined : entry[byOther]
    const isOther = byOther === undefined || (other !== entry['by'] && other !== facts.owner())
    return isOther && (entry.order ?? 0) >= since
  })
}

function compare(
  [path, bound]: readonly [Path, Bound],
  facts: Facts,
  passes: (value: number, bound: number) => boolean,
  code: 'minimum' | 'at-most',
): readonly Missing[] {
  const value = facts.read(path)
  if (typeof bound === 'string') {
    const ranks = facts.ranks(path)
    const held = ranks.findIndex((one) => one === value)
    if (held >= 0 && passes(held, ranks.indexOf(bound))) return []
    return [{ ...fieldMissing(path), code, detail: bound }]
  }
  const limit = typeof bound === 'number' ? bound : facts.setting(bound.setting)
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
  entries: readonly RecordFact[],
  where: Readonly<Record<string, Json>> | undefined,
): readonly RecordFact[] {
  if (where === undefined) return entries
  return entries.filter((entry) =>
    Object.entries(where).every(([key, value]) => entry[key] === value),
  )
}
