import { type Commitment, LADDER_TARGETS, recipients, superiorOf } from '@yinuo/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LUB } from './life.ts'
import { NAMES, staff, standingInFor } from './staff.ts'
import { walkedTo } from './way.ts'

const DAY = '2026-03-02'
const clockOf = (owner: string | null): Commitment => {
  const life = walkedTo('finding out')
  const [clock] = life.clock('opinion')
  if (clock === undefined) throw new Error('no clock')
  return { ...clock, owner }
}
const superior = (name: string, people = staff(), day = DAY) => {
  const person = people.get(name)
  return person === undefined ? undefined : superiorOf(person, people, LUB, day)?.name
}
const told = (owner: string | null, targets: Parameters<typeof recipients>[1], people = staff()) =>
  recipients(clockOf(owner), targets, people, LUB, DAY)

test('CLK-21 the superior is who was named, else the next higher post of the site, else an administrator', () => {
  expect(superior('刘芳', staff({ 刘芳: { reportsTo: '郑凯' } }))).toBe('郑凯')
  expect(superior('陈志强')).toBe('周建国')
  expect(superior('周建国')).toBe('钱程')
  expect(superior('刘芳', staff({ 刘芳: { reportsTo: '刘芳' } }))).not.toBe('刘芳')
  expect(superior('陈志强', staff({ 陈志强: { siteId: 'elsewhere' } }))).toBe('钱程')
})

test('CLK-21 a superior who has left is no superior', () => {
  const people = staff({ 陈志强: { reportsTo: '马超' } })
  expect(['林岚', '周建国']).toContain(superior('陈志强', people))
})

test('SYS-15 who stands in for the absent superior is told, on the days he does', () => {
  const people = staff({ 陈志强: { reportsTo: '周建国' }, 吴敏: standingInFor('周建国') })
  expect(superior('陈志强', people)).toBe('吴敏')
  expect(superior('陈志强', people, '2026-03-04')).toBe('周建国')
})

test('SYS-15 nobody is his own superior because he stands in for his superior', () => {
  const people = staff({ 陈志强: { reportsTo: '周建国', ...standingInFor('周建国') } })
  expect(superior('陈志强', people)).toBe('周建国')
  const two = staff({
    陈志强: { reportsTo: '周建国', ...standingInFor('周建国') },
    吴敏: standingInFor('周建国'),
  })
  expect(superior('陈志强', two)).toBe('吴敏')
})

test('CLK-21 a stage tells the owner, the superior, his superior, the leaders; each person once', () => {
  const people = staff({ 陈志强: { reportsTo: '吴敏' }, 吴敏: { reportsTo: '周建国' } })
  expect(told('陈志强', ['owner'], people)).toEqual(['陈志强'])
  expect(told('陈志强', ['owner', 'superior'], people)).toEqual(['陈志强', '吴敏'])
  expect(told('陈志强', ['superior-of-superior'], people)).toEqual(['周建国'])
  expect(told('陈志强', ['leaders'], people)).toEqual(['林岚', '周建国'])
  expect(told(null, ['owner', 'leaders'], people)).toEqual(['林岚', '周建国'])
})

test('CLK-21 what nobody is named for, or only somebody who has left, is told to those above', () => {
  expect(told('陈志强', [])).toEqual(['陈志强'])
  expect(told('马超', ['owner'])).not.toContain('马超')
  expect(told('马超', ['owner']).length).toBeGreaterThan(0)
  expect(told('nobody', ['owner'])).toEqual(['林岚', '周建国'])
  const leaderless = staff({ 林岚: { active: false }, 周建国: { active: false } })
  expect(told(null, ['leaders'], leaderless)).toEqual(['钱程'])
})

test('CLK-21 as long as there is a leader or an administrator, every stage reaches somebody who is there', () => {
  const world = fc.record({
    active: fc.uniqueArray(fc.constantFrom(...NAMES)),
    reports: fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES, 'nobody')),
    standIns: fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES, 'nobody')),
    owner: fc.constantFrom(...NAMES, 'nobody', null),
    targets: fc.uniqueArray(fc.constantFrom(...LADDER_TARGETS)),
  })
  const [clock] = walkedTo('finding out').clock('opinion')
  if (clock === undefined) throw new Error('no clock')
  fc.assert(
    fc.property(world, ({ active, reports, standIns, owner, targets }) => {
      const people = staff(
        Object.fromEntries(
          NAMES.map((name) => [
            name,
            {
              active: active.includes(name) || name === '钱程',
              reportsTo: reports[name] ?? null,
              ...standingInFor(standIns[name] ?? 'nobody'),
            },
          ]),
        ),
      )
      const reached = recipients({ ...clock, owner }, targets, people, LUB, DAY)
      expect(reached.length).toBeGreaterThan(0)
      expect(reached.filter((id) => people.get(id)?.active !== true)).toEqual([])
      expect(new Set(reached).size).toBe(reached.length)
    }),
    { numRuns: 1000 },
  )
})
