import { expect, test } from 'vitest'
import { groupItems } from './group-items.ts'

const item = (key: string, group: string) => ({
  key,
  label: key,
  must: true,
  group,
  value: 'words' as const,
  yearly: false,
})

test('items keep the order of the playbook, group by group, and one of two playbooks stands once', () => {
  const first = { qualification: [item('years', '经验'), item('warm', '态度')] }
  const second = { qualification: [item('years', '经验'), item('sales', '经验')] }
  expect(
    groupItems([first, second]).map(({ group, items }) => [group, items.map(({ key }) => key)]),
  ).toEqual([
    ['经验', ['years', 'sales']],
    ['态度', ['warm']],
  ])
})
