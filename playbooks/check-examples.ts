import { isEntered, wrongValues, type Field, type Json, type Missing } from '@yinuo/domain'
import type { LoadedPlaybook } from './worked-example.ts'
import { type Finding, offer } from './finding.ts'

type Filled = {
  readonly values: Readonly<Record<string, Json>>
  readonly unavailable: Readonly<Record<string, string>>
}

/**
 * The worked example fills every form completely, with values the server itself would accept: the same domain function
 * judges both, so scenarios can lean on the example (architecture §4).
 */
export function checkExamples(playbook: LoadedPlaybook): readonly Finding[] {
  const { forms, records } = playbook.examples
  return [
    ...Object.entries(playbook.forms).flatMap(([key, form]) => {
      const path = ['examples', 'forms', key]
      const filled = forms[key]
      return filled === undefined
        ? [
            {
              path,
              message: `样例里没有填“${form.label}”`,
              remedy: `在 examples.forms 里加上 ${key}`,
            },
          ]
        : checkFilled(playbook, form.fields, filled, path)
    }),
    ...Object.entries(records).flatMap(([key, values]) => {
      const fields = playbook.records[key]?.fields ?? []
      return checkFilled(playbook, fields, { values, unavailable: {} }, [
        'examples',
        'records',
        key,
      ])
    }),
    ...strangers('forms', '表', Object.keys(forms), Object.keys(playbook.forms)),
    ...strangers('records', '记录', Object.keys(records), Object.keys(playbook.records)),
    ...checkPlan(playbook),
  ]
}

function checkFilled(
  playbook: LoadedPlaybook,
  fields: readonly Field[],
  { values, unavailable }: Filled,
  path: readonly string[],
): readonly Finding[] {
  const empty = fields.filter(
    ({ key, required }) => required && !isEntered(values[key]) && unavailable[key] === undefined,
  )
  return [
    ...empty.map(({ key, label }) => ({
      path,
      message: `样例里必填的“${label}”是空的`,
      remedy: `补上 ${key}: …`,
    })),
    ...wrongValues(fields, values, unavailable, playbook, path.at(-1) ?? '').map((missing) =>
      wrongValueFinding(playbook, fields, missing, path),
    ),
  ]
}

function wrongValueFinding(
  playbook: LoadedPlaybook,
  fields: readonly Field[],
  missing: Missing,
  path: readonly string[],
): Finding {
  const field = fields.find(({ key }) => key === missing.field)
  if (field === undefined) {
    const word = missing.detail ?? ''
    const keys = fields.map(({ key }) => key)
    return { path, word, message: `样例填了不存在的栏“${word}”`, remedy: offer(word, keys) }
  }
  if (missing.code === 'field') {
    const message = `“${field.label}”不能写客户无法提供`
    const at = [...path, 'unavailable', field.key]
    return { path: at, message, remedy: '在样例里填上，或给这一栏加 may-be-unavailable: true' }
  }
  const at = { path: [...path, ...(path.includes('forms') ? ['values'] : []), field.key] }
  const message = `样例里“${field.label}”的值填不进去`
  if (missing.code === 'field-too-long')
    return { ...at, message, remedy: `最多 ${field.maxLength} 个字` }
  const list = playbook.choices[field.choices ?? '']?.values.map(({ key }) => key) ?? []
  return { ...at, message, remedy: field.type === 'choice' ? offer('', list) : FORMATS[field.type] }
}

const FORMATS: Readonly<Record<Exclude<Field['type'], 'choice'>, string>> = {
  text: '写文字',
  'long-text': '写文字',
  person: '写文字',
  phone: '写电话号码，例如 0519-80001234',
  date: '日期写成 2026-03-02',
  integer: '写整数',
  money: '写整数，单位是分',
  boolean: '写 true 或 false',
}

function strangers(
  part: 'forms' | 'records',
  what: string,
  used: readonly string[],
  known: readonly string[],
): readonly Finding[] {
  return used
    .filter((key) => !known.includes(key))
    .map((key) => ({
      path: ['examples', part, key],
      message: `样例里的${what}“${key}”不存在`,
      remedy: offer(key, known),
    }))
}

function checkPlan({ examples: { plan }, remedies }: LoadedPlaybook): readonly Finding[] {
  const keys = remedies.map(({ key }) => key)
  const sum = plan.remedies.reduce((total, line) => total + line.amountFen, 0)
  return [
    ...plan.remedies.flatMap(({ remedy }, index) =>
      keys.includes(remedy)
        ? []
        : [
            {
              path: ['examples', 'plan', 'remedies', index, 'remedy'],
              message: `样例方案里的补救“${remedy}”不存在`,
              remedy: offer(remedy, keys),
            },
          ],
    ),
    ...(sum === plan.costFen
      ? []
      : [
          {
            path: ['examples', 'plan', 'cost-fen'],
            message: `样例方案各项加起来是 ${sum} 分，费用却写了 ${plan.costFen} 分`,
            remedy: `改成 cost-fen: ${sum}`,
          },
        ]),
  ]
}
