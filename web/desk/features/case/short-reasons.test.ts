import type { UnmetView } from '@yinuo/contract'
import { expect, test } from 'vitest'
import { shortReasons, withoutMe } from './short-reasons.ts'

const empty = (field: string) => ({
  code: 'field',
  text: `没有填${field}`,
  form: 'finding-out',
  field,
})
const gate = (missing: UnmetView['missing']): UnmetView => ({
  rule: 'INV-02',
  strength: 'must',
  text: '',
  missing,
  who: [],
})
const words = {
  labelOf: (_form: string, field: string) => field.toUpperCase(),
  empty: (labels: readonly string[]) => `没有填${labels.join('、')}`,
  typed: (labels: readonly string[]) => `${labels.join('、')}填了还没有存`,
}
const short = (missing: UnmetView['missing'], typed: readonly string[] = []) =>
  shortReasons([gate(missing)], words, (_form, field) => typed.includes(field))[0]?.missing

test('nine empty fields are one sentence that keeps the first field for the focus (SYS-20)', () => {
  const other = { code: 'record', text: '还没有记录：与客户联系' }
  expect(short([empty('a'), other, empty('b')])).toEqual([
    { ...empty('a'), text: '没有填A、B' },
    other,
  ])
})

test('one empty field keeps the server’s sentence', () => {
  expect(short([empty('a')])).toEqual([empty('a')])
})

test('what is filled on this screen and only not saved is not called empty (SYS-20)', () => {
  expect(short([empty('a'), empty('b'), empty('c')], ['a', 'c'])?.map((one) => one.text)).toEqual([
    '没有填b',
    'A、C填了还没有存',
  ])
})

test('people like the reader are not named to the reader (ROLE-22)', () => {
  const gates = [
    { ...gate([]), who: ['售后服务人员'] },
    { ...gate([]), who: ['领导'] },
  ]
  expect(withoutMe(gates, new Set(['售后服务人员'])).map((one) => one.who)).toEqual([[], ['领导']])
})
