import { expect, it } from 'vitest'
import { fenFromYuan } from './yuan.ts'

it.each([
  ['680', 68_000],
  ['680.5', 68_050],
  ['1,200.05', 120_005],
  ['６８０元', 68_000],
  ['0.29', 29],
  ['六百八', undefined],
  ['-5', undefined],
  ['1.234', undefined],
  ['', undefined],
])('%s yuan are %s fen, exactly', (text, fen) => expect(fenFromYuan(text)).toBe(fen))
