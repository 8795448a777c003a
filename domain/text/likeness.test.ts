import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ALIKE, likeness, plain } from './likeness.ts'

test('SYS-16 the same matter in other words is alike, another matter is not', () => {
  const reason = 'CF-4 15W-40 柴机油使用后油压报警'
  expect(likeness(reason, '用了ＣＦ－４柴机油，油压报警灯亮')).toBeGreaterThan(ALIKE)
  expect(likeness(reason, '小礼品没有收到')).toBeLessThan(ALIKE)
})

test('SYS-16 width, case, spaces and marks do not count', () => {
  expect(plain(' ＣＦ－４ 柴机油！😀 ')).toBe('cf4柴机油')
  expect(likeness('ＣＦ－４ 柴机油', 'cf4柴机油。')).toBe(1)
})

test('SYS-16 likeness lies between 0 and 1, is the same both ways, 1 with itself and 0 with nothing', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[油压报警灯亮柴机0-9a-z]{0,40}$/),
  )
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const alike = likeness(a, b)
      expect(alike).toBeGreaterThanOrEqual(0)
      expect(alike).toBeLessThanOrEqual(1)
      expect(likeness(b, a)).toBe(alike)
      expect(likeness(a, a)).toBe(plain(a) === '' ? 0 : 1)
      expect(likeness(a, '！？ ')).toBe(0)
    }),
  )
})
