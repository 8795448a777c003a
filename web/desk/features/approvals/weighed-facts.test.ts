import { expect, test } from 'vitest'
import { weighedFacts } from './weighed-facts.ts'

const field = (key: string, label: string, choices?: string) => ({
  key,
  label,
  type: 'text',
  required: true,
  mayBeUnavailable: false,
  maxLength: 100,
  personal: false,
  ...(choices === undefined ? {} : { choices }),
})
const playbook = {
  forms: {
    negotiation: {
      label: '谈判前考虑表',
      rule: 'NEG-01',
      fields: [field('trade', 'a', 'trade'), field('reputation', 'c'), field('long', 'b')],
    },
  },
  choices: { trade: { ordered: false, values: [{ key: 'new', label: '新客户' }] } },
}

test('NEG-03: a–e stand before the leader in words and in their order; what is empty is left out', () => {
  const values = { reputation: '修理厂之间会传', trade: 'new', long: true, other: 'x' }
  expect(weighedFacts(values, playbook, { yes: '是', no: '否' })).toEqual([
    { label: 'a', value: '新客户' },
    { label: 'c', value: '修理厂之间会传' },
    { label: 'b', value: '是' },
  ])
  expect(weighedFacts({ trade: '' }, playbook, { yes: '是', no: '否' })).toEqual([])
})
