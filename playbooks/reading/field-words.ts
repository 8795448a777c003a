import type { Field, FieldType, Playbook } from '@yinuo/domain'

const TYPES: Readonly<Record<FieldType, string>> = {
  text: '文字',
  'long-text': '长文字',
  phone: '电话号码',
  date: '日期',
  choice: '选一项',
  integer: '整数',
  money: '金额（元）',
  person: '人员',
  boolean: '是或否',
}

/** A field as a manager reads it: whether it must be filled, by which requirement, and what else holds of it. */
function fieldWords(field: Field, formRule: string, playbook: Playbook, groupedBy = '') {
  const choices = playbook.choices[field.choices ?? '']?.values.map(({ label }) => label) ?? []
  const groups = (field.for ?? []).map((key) => groupLabel(key, groupedBy, playbook))
  const notes = [
    choices.length === 0 ? TYPES[field.type] : `${TYPES[field.type]}：${choices.join('、')}`,
    field.mayBeUnavailable ? '问不到可以写“客户无法提供”和原因' : '',
    field.personal ? '平时遮住' : '',
    field.toCustomer === true ? '对客户说的话，要查话术' : '',
    groups.length === 0 ? '' : `只问：${groups.join('、')}`,
    field.sends === undefined ? '' : '要有现场适应能力的资格',
    field.hint ?? '',
  ]
  return {
    label: field.label,
    need: needOf(field),
    rule: needOf(field) === 'free' ? (field.rule ?? '') : (field.rule ?? formRule),
    notes: notes.filter((note) => note !== ''),
  }
}

export function fieldsWords(
  form: { readonly fields: readonly Field[]; readonly rule: string; readonly groupedBy?: string },
  playbook: Playbook,
) {
  return form.fields.map((field) => fieldWords(field, form.rule, playbook, form.groupedBy))
}

function needOf({ required, ask }: Field): 'required' | 'ask' | 'free' {
  return required ? 'required' : ask === 'must' ? 'ask' : 'free'
}

/** The label of a product group, by the choices of the field that says the group. */
function groupLabel(key: string, groupedBy: string, playbook: Playbook): string {
  const [form = '', field = ''] = groupedBy.split('.')
  const choices = playbook.forms[form]?.fields.find((one) => one.key === field)?.choices ?? ''
  return playbook.choices[choices]?.values.find((one) => one.key === key)?.label ?? ''
}
