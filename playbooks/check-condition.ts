import type { Condition, Json } from '@yinuo/domain'
import { offer, type Report, shown } from './finding.ts'
import type { FieldSource, PlaybookSource } from './playbook-schema.ts'
import { APPROVED, CONFIRMED, READABLE, SIGNED } from './readable-places.ts'

/** Lists beside the records that can be counted, with what `where` may name in them. */
const COUNTED: Readonly<Record<string, readonly string[]>> = { 'plan.remedies': ['remedy'] }

/** Every name in a condition exists: forms, fields, choices, records, settings and what can be signed or approved. */
export function checkCondition(
  source: PlaybookSource,
  condition: Condition,
  path: readonly (string | number)[],
  owner: string,
  report: Report,
): void {
  const wrong = (word: string, what: string, allowed: readonly string[]): void =>
    report({
      path,
      word,
      message: `${owner}提到的${what}“${word}”不存在`,
      remedy: offer(word, allowed),
    })
  const oneOf = (word: string, what: string, allowed: readonly string[]): void => {
    if (!allowed.includes(word)) wrong(word, what, allowed)
  }
  const nested = (one: Condition): void => checkCondition(source, one, path, owner, report)
  const readable = (place: string): void => {
    const miss = missInPath(source, place)
    if (miss === undefined) return
    const message = `${owner}提到的“${place}”不存在：没有${miss.what}“${miss.word}”`
    report({ path, word: place, message, remedy: offer(miss.word, miss.allowed) })
  }

  if ('filled' in condition) condition.filled.forEach(readable)
  else if ('in' in condition) {
    const [place, values] = condition.in
    readable(place)
    const field = fieldAt(source, place)
    for (const value of values) checkValue(source, field, value, wrong)
  } else if ('atLeast' in condition || 'atMost' in condition) {
    const [place, bound] = 'atLeast' in condition ? condition.atLeast : condition.atMost
    readable(place)
    const field = fieldAt(source, place)
    if (typeof bound === 'string')
      checkRank(source, field, place, bound, { wrong, report, path, owner })
    else if (field !== undefined && field.type !== 'integer' && field.type !== 'money') {
      const message = `${owner}要比较“${place}”的大小，但它不是数字`
      report({
        path,
        word: place,
        message,
        remedy: '只有 type: integer 和 type: money 的栏能比较大小',
      })
    }
    if (typeof bound === 'object') oneOf(bound.setting, '数字', Object.keys(source.settings))
  } else if ('count' in condition) {
    const { of, where } = condition.count
    const names = COUNTED[of]
    if (names === undefined) checkRecord(source, of, where, wrong)
    else for (const key of Object.keys(where ?? {})) oneOf(key, '栏', names)
    if (of === 'plan.remedies' && where?.['remedy'] !== undefined)
      oneOf(shown(where['remedy']), '补救', Object.keys(source.remedies))
  } else if ('recorded' in condition) {
    const { kind, where, afterSet, byOther } = condition.recorded
    checkRecord(source, kind, where, wrong)
    if (afterSet !== undefined) readable(afterSet)
    const people = Object.entries(source.records[kind]?.fields ?? {})
      .filter(([, field]) => field.type === 'person')
      .map(([key]) => key)
    if (byOther !== undefined) oneOf(byOther, '记录里写人的栏', people)
  } else if ('signedBy' in condition)
    oneOf(condition.signedBy.what, '要签字的', Object.keys(SIGNED))
  else if ('approved' in condition) oneOf(condition.approved, '要批准的', Object.keys(APPROVED))
  else if ('confirmed' in condition) oneOf(condition.confirmed, '要确认的', Object.keys(CONFIRMED))
  else if ('allDone' in condition) {
    const decided = Object.keys(source.records).filter(
      (kind) => source.records[kind]?.['decided-by'] !== undefined,
    )
    oneOf(condition.allDone, '要做完的', ['task', ...decided])
  } else if ('all' in condition) condition.all.forEach(nested)
  else if ('any' in condition) condition.any.forEach(nested)
  else nested(condition.not)
}

/** Only an ordered choice has a higher and a lower. */
function checkRank(
  source: PlaybookSource,
  field: FieldSource | undefined,
  place: string,
  bound: string,
  at: {
    readonly wrong: Wrong
    readonly report: Report
    readonly path: readonly (string | number)[]
    readonly owner: string
  },
): void {
  if (field === undefined) return
  const list = source.choices[field.choices ?? '']
  if (list?.ordered !== true) {
    at.report({
      path: at.path,
      word: place,
      message: `${at.owner}要比较“${place}”的高低，但它的选项没有排好顺序`,
      remedy: '给那组选项加上 ordered: true，从低到高写',
    })
  } else if (!Object.keys(list.values).includes(bound)) {
    at.wrong(bound, `“${field.label}”的选项`, Object.keys(list.values))
  }
}

type Wrong = (word: string, what: string, allowed: readonly string[]) => void

function checkRecord(
  source: PlaybookSource,
  kind: string,
  where: Readonly<Record<string, Json>> | undefined,
  wrong: Wrong,
): void {
  const record = source.records[kind]
  if (record === undefined) return wrong(kind, '记录', Object.keys(source.records))
  for (const [key, value] of Object.entries(where ?? {})) {
    const field = record.fields[key]
    if (field === undefined) wrong(key, `记录“${record.label}”的栏`, Object.keys(record.fields))
    else checkValue(source, field, value, wrong)
  }
}

/** A value that a choice or yes-no field can never have would make the condition never hold. */
function checkValue(
  source: PlaybookSource,
  field: FieldSource | undefined,
  value: Json,
  wrong: Wrong,
): void {
  if (field?.type === 'boolean' && typeof value !== 'boolean') {
    wrong(shown(value), '值', ['true', 'false'])
  }
  if (field?.type !== 'choice' || field.choices === undefined) return
  const keys = Object.keys(source.choices[field.choices]?.values ?? {})
  if (!keys.includes(shown(value))) wrong(shown(value), `“${field.label}”的选项`, keys)
}

function fieldAt(source: PlaybookSource, place: string): FieldSource | undefined {
  const [form = '', field = ''] = place.split('.')
  return (source.forms[form] ?? source.records[form])?.fields[field]
}

function missInPath(
  source: PlaybookSource,
  place: string,
):
  | { readonly word: string; readonly what: string; readonly allowed: readonly string[] }
  | undefined {
  const [root = '', name = '', ...rest] = place.split('.')
  const form = source.forms[root] ?? source.records[root]
  const roots = [
    ...Object.keys(source.forms),
    ...Object.keys(source.records),
    ...Object.keys(READABLE),
    'setting',
  ]
  if (!roots.includes(root)) return { word: root, what: '表', allowed: roots }
  const names =
    root === 'setting'
      ? Object.keys(source.settings)
      : Object.keys(READABLE[root] ?? form?.fields ?? {})
  if (rest.length === 0 && names.includes(name)) return undefined
  return {
    word: [name, ...rest].join('.'),
    what: root === 'setting' ? '数字' : '栏',
    allowed: names,
  }
}
