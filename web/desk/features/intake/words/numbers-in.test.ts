import { describe, expect, it } from 'vitest'
import { lastNumber, partsOf } from './numbers-in.ts'

const numbers = (line: string): readonly string[] =>
  partsOf(line).flatMap((part) => part.number ?? [])

describe('a number said on the phone can be looked up (CMP-10)', () => {
  it.each([
    ['18 升的，买了 20 桶，发票号 04418237', ['04418237']],
    ['我电话 0519-8000 1234', ['0519-80001234']],
    ['手机１３８１２３４５６７８', ['13812345678']],
    ['发票 FP04418237，批号说不上来', ['FP04418237']],
    ['2026-02-16 买的', []],
    ['停一天就是六百八，680 块', []],
    ['46#液压油 20 桶', []],
  ])('%s → %j', (line, expected) => expect(numbers(line)).toEqual(expected))

  it('nothing of the line is lost', () => {
    const line = '发票 04418237 和 04418238。'
    expect(
      partsOf(line)
        .map((part) => part.text)
        .join(''),
    ).toBe(line)
  })

  it('the number said last is the one that is looked up', () => {
    expect(lastNumber(['发票 04418237', '电话 0519-80001234', '快点'])).toBe('0519-80001234')
    expect(lastNumber(['快点'])).toBeUndefined()
  })
})
