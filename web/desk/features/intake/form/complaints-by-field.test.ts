import { expect, it } from 'vitest'
import { complaintsByField, type RefusedContent } from './complaints-by-field.ts'

const refused: RefusedContent = {
  unmet: [
    {
      rule: 'CMP-02',
      strength: 'must',
      text: '',
      who: [],
      missing: [
        { code: 'field', text: '没有填电话号码', form: 'registration', field: 'phone' },
        {
          code: 'field-format',
          text: '每日损失的格式不对',
          form: 'registration',
          field: 'dailyLoss',
        },
      ],
    },
  ],
  values: { dailyLoss: '六百八' },
}
const keys = (...input: [RefusedContent['values'], Record<string, string>?]): readonly string[] => [
  ...complaintsByField(refused, input[0], input[1] ?? {}).keys(),
]

it('a refused field complains until it is changed or filled from the file (SYS-20)', () => {
  expect(keys({ dailyLoss: '六百八' })).toEqual(['phone', 'dailyLoss'])
  expect(keys({ dailyLoss: 68_000 })).toEqual(['phone'])
  expect(keys({ dailyLoss: '六百八', phone: '0519' })).toEqual(['dailyLoss'])
  expect(keys({ dailyLoss: '六百八' }, { phone: '0519-8000****' })).toEqual(['dailyLoss'])
})
