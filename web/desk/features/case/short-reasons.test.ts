import type { UnmetView } from '@yinuo/contract'
import { expect, test } from 'vitest'
import { shortReasons } from './short-reasons.ts'

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
const short = (missing: UnmetView['missing']) =>
  shortReasons(
    [gate(missing)],
    (_form, field) => field.toUpperCase(),
    (labels) => `没有填${labels.join('、')}`,
  )[0]?.missing

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
