import type { DayItem } from '@yinuo/contract'
import { describe, expect, it } from 'vitest'
import { groupItems, groupOf } from './group-items.ts'

const ZONE = 'Asia/Shanghai'
const NOW = Date.parse('2026-03-03T09:42:00+08:00')

function due(at: string | null, more: Partial<DayItem> = {}): DayItem {
  return {
    id: at ?? 'none',
    noun: 'complaint',
    title: '',
    detail: '',
    complaintId: null,
    draftId: null,
    action: 'open',
    openedAt: null,
    dueAt: at,
    warnAt: null,
    missed: false,
    ...more,
  }
}

describe('the day is read by time left', () => {
  it.each([
    ['2026-03-03T09:41:59+08:00', 'late'],
    ['2026-03-03T09:42:00+08:00', 'hour'],
    ['2026-03-03T10:42:00+08:00', 'hour'],
    ['2026-03-03T10:42:01+08:00', 'today'],
    ['2026-03-04T00:00:00+08:00', 'today'],
    ['2026-03-04T00:00:01+08:00', 'tomorrow'],
    [null, 'undated'],
  ])('due %s is %s', (at, group) => expect(groupOf(due(at), NOW, ZONE)).toBe(group))

  it('a miss stays among the late ones (CLK-21)', () => {
    expect(groupOf(due('2026-03-05T09:00:00+08:00', { missed: true }), NOW, ZONE)).toBe('late')
  })

  it('shows only groups that have items, in order', () => {
    const items = [due('2026-03-03T09:00:00+08:00'), due('2026-03-04T11:00:00+08:00'), due(null)]
    expect([...groupItems(items, NOW, ZONE).keys()]).toEqual(['late', 'tomorrow', 'undated'])
  })
})
