import { describe, expect, test } from 'vitest'
import { parseYuan, yuanText } from './yuan.ts'

describe('yuan as people type it, integer fen as it is kept', () => {
  test.each([
    ['860', 86_000],
    ['860.5', 86_050],
    ['0.07', 7],
    ['1.', 100],
    ['1,500.00 元', 150_000],
    ['￥８６０．５０', 86_050],
    ['4503599627370.49', undefined],
    ['100000000', 10_000_000_000],
    ['100000000.01', undefined],
    ['', null],
    ['  ', null],
    ['-3', undefined],
    ['1.234', undefined],
    ['八百', undefined],
    ['1e5', undefined],
  ])('%s is %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  test('no float ever touches an amount: every fen up to 100 yuan goes there and back', () => {
    for (let fen = 0; fen <= 10_000; fen += 1) expect(parseYuan(yuanText(fen))).toBe(fen)
  })

  test('nothing is shown as nothing', () => {
    expect(yuanText(null)).toBe('')
    expect(yuanText(0)).toBe('0')
    expect(yuanText(5)).toBe('0.05')
  })
})
