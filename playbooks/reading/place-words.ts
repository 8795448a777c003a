import {
  asText,
  type Channel,
  type ComplaintKind,
  type Json,
  type Playbook,
  type PlanLevel,
} from '@yinuo/domain'
import { READABLE } from '../readable-places.ts'

/** Values of places that are no field of a form, and so have no choices in the file. */
const VALUES: Readonly<Record<PlanLevel | ComplaintKind | Channel, string>> = {
  none: '不予',
  ordinary: '一般',
  generous: '从优',
  complaint: '投诉',
  grievance: '抱怨',
  phone: '电话',
  fax: '传真',
  'on-site': '面谈',
  'walk-in': '来店',
  chat: '在线',
  'call-back': '回访',
  review: '评价',
  'platform-claim': '平台维权',
}

/** What holds a place: the form or record, or nothing where the place needs none to be understood. */
export function holderWords(path: string, playbook: Playbook): string {
  const [root = ''] = path.split('.')
  const holder = playbook.forms[root] ?? playbook.records[root]
  return holder === undefined ? '' : `《${holder.label}》的`
}

/** The name of a field, of a part of the plan or of a figure, without what holds it. */
export function nameWords(path: string, playbook: Playbook): string {
  const [root = '', key = ''] = path.split('.')
  if (root === 'setting') return figureWords(key, playbook)
  return quoted(fieldAt(path, playbook)?.label ?? READABLE[root]?.[key] ?? '')
}

export function placeWords(path: string, playbook: Playbook): string {
  return `${holderWords(path, playbook)}${nameWords(path, playbook)}`
}

/** A value as the label that people choose by; money in yuan. */
export function valueWords(path: string, value: Json, playbook: Playbook): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  const field = fieldAt(path, playbook)
  if (typeof value === 'number')
    return isMoney(path, playbook) ? `${(value / 100).toFixed(2)}元` : String(value)
  const key = asText(value)
  const choices = playbook.choices[field?.choices ?? '']?.values
  const label = choices?.find((choice) => choice.key === key)?.label ?? wordOf(VALUES, key)
  return label ?? key
}

export function figureWords(key: string, playbook: Playbook): string {
  const figure = playbook.figures[key]
  return `${quoted(figure?.label ?? '')}（现在是${playbook.settings[key]}${figure?.unit ?? ''}）`
}

export function quoted(words: string): string {
  return `“${words}”`
}

function isMoney(path: string, playbook: Playbook): boolean {
  return path.endsWith('Fen') || fieldAt(path, playbook)?.type === 'money'
}

function fieldAt(path: string, { forms, records }: Playbook) {
  const [root = '', key = ''] = path.split('.')
  return (forms[root] ?? records[root])?.fields.find((field) => field.key === key)
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return words[key]
}
