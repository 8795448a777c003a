import { offer, type Report } from './finding.ts'
import type { FieldSource, PlaybookSource } from './playbook-schema.ts'

/** Every choice field has its list, and no other field has one (forms and records alike). */
export function checkFields(source: PlaybookSource, report: Report): void {
  for (const [form, { fields, 'grouped-by': groupedBy }] of Object.entries(source.forms)) {
    const groups = groupsOf(source, form, groupedBy, report)
    for (const [key, field] of Object.entries(fields)) {
      const path = ['forms', form, 'fields', key]
      checkField(source, field, path, report)
      for (const group of (field.for ?? []).filter((one) => !groups.includes(one))) {
        const message = `“${field.label}”只问“${group}”，没有这一类`
        report({ path: [...path, 'for'], word: group, message, remedy: offer(group, groups) })
      }
    }
  }
  for (const [kind, { fields }] of Object.entries(source.records)) {
    for (const [key, field] of Object.entries(fields))
      checkField(source, field, ['records', kind, 'fields', key], report)
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

/** The product groups a form's questions can be asked for: the options of the choice it is grouped by (INV-18). */
function groupsOf(
  source: PlaybookSource,
  form: string,
  groupedBy: string | undefined,
  report: Report,
): readonly string[] {
  if (groupedBy === undefined) return []
  const [root = '', key = ''] = groupedBy.split('.')
  const field = source.forms[root]?.fields[key]
  const groups = Object.keys(source.choices[field?.choices ?? '']?.values ?? {})
  if (groups.length > 0) return groups
  const message = `表“${form}”按“${groupedBy}”分类，没有这样一道选择题`
  report({
    path: ['forms', form, 'grouped-by'],
    word: groupedBy,
    message,
    remedy: '写成 表.栏，那一栏是 type: choice',
  })
  return []
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
