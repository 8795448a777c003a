import type { TimelineEntry } from '@yinuo/contract'
import { expect, test } from 'vitest'
import { foldedEntries } from './fold-entries.ts'

const CHEN = { id: 'c', name: '陈志强' }
const entry = (type: string, at: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at: `2026-03-02T01:${at}:00Z`,
  type,
  stream: type.startsWith('commitment') ? 'commitment' : 'complaint',
  by: CHEN,
  system: false,
  data: {},
  ...more,
})
const told = (entries: readonly TimelineEntry[]): readonly string[] =>
  foldedEntries(entries).map((folded) => folded.entries.map((one) => one.type).join('+'))

test('a form saved field by field is one line; another form or another person is another', () => {
  const save = (at: string, form: string, by = CHEN): TimelineEntry =>
    entry('form-saved', at, { data: { form }, by })
  expect(
    foldedEntries([
      save('01', 'a'),
      save('02', 'a'),
      save('03', 'b'),
      save('04', 'b', { id: 'x', name: '吴敏' }),
    ]).map((folded) => folded.entries.length),
  ).toEqual([1, 1, 2])
})

test('an act comes before the clocks it moves, and these are one line', () => {
  expect(
    told([
      entry('commitment-opened', '05', { data: { kind: 'deadline', label: '接收确认' } }),
      entry('handed-over', '05'),
      entry('commitment-reassigned', '05', { data: { label: '当天答复' } }),
      entry('signed', '04'),
    ]),
  ).toEqual(['handed-over', 'commitment-opened+commitment-reassigned', 'signed'])
})

test('promises and misses are told on their own', () => {
  expect(
    told([
      entry('commitment-opened', '01', {
        data: { kind: 'promise', label: '回电', content: '回电' },
      }),
      entry('commitment-met', '05', { data: { label: '回电' } }),
      entry('commitment-missed', '05', { data: { label: '当天答复' } }),
      entry('commitment-met', '05', { data: { label: '处理意见' } }),
    ]),
  ).toEqual(['commitment-met', 'commitment-missed', 'commitment-met', 'commitment-opened'])
})
