import { offer, type Report } from './finding.ts'
import type { FieldSource, PlaybookSource } from './playbook-schema.ts'

/** Every choice field has its list, and no other field has one (forms and records alike). */
export function checkFields(source: PlaybookSource, report: Report): void {
  for (const [kind, holders] of [
    ['forms', source.forms],
    ['records', source.records],
  ] as const) {
    for (const [holder, { fields }] of Object.entries(holders)) {
      for (const [key, field] of Object.entries(fields)) {
        checkField(source, field, [kind, holder, 'fields', key], report)
      }
    }
  }
  for (const [key, { values }] of Object.entries(source.choices)) {
    if (Object.keys(values).length > 0) continue
    report({
      path: ['choices', key],
      message: `选项“${key}”里一个也没有`,
      remedy: '至少写一个选项',
    })
  }
}

function checkField(
  source: PlaybookSource,
  field: FieldSource,
  path: readonly string[],
  report: Report,
): void {
  const lists = Object.keys(source.choices)
  if (field.type !== 'choice') {
    if (field.choices === undefined) return
    const message = `“${field.label}”不是选择题，却写了选项`
    report({ path: [...path, 'choices'], message, remedy: '删掉 choices，或把 type 改成 choice' })
  } else if (field.choices === undefined) {
    const message = `“${field.label}”是选择题，却没有写选项`
    report({ path, message, remedy: `加上 choices: …。${offer('', lists)}` })
  } else if (!lists.includes(field.choices)) {
    const message = `“${field.label}”用的选项“${field.choices}”不存在`
    report({ path: [...path, 'choices'], message, remedy: offer(field.choices, lists) })
  }
}
