import { expect, test } from 'vitest'
import { maskFoundPhone } from './mask-found-phone.ts'
import { phoneDigits, prefixRange } from './phone-key.ts'

test('a number has one key, however it is written', () => {
  expect(phoneDigits('0519-8000 1234')).toBe('051980001234')
  expect(phoneDigits('+86 138 6120 6620')).toBe('13861206620')
  expect(phoneDigits('１３８６１２０６６２０')).toBe('13861206620')
  expect(phoneDigits('没有')).toBe('')
})

test('a range holds exactly what begins with the prefix', () => {
  const { from, before } = prefixRange('1389')
  const inside = (text: string) => text >= from && text < before
  expect(['1389', '13890', '13899999'].every(inside)).toBe(true)
  expect(['1388', '139', '138'].some(inside)).toBe(false)
})

test('a number found by its tail shows its tail and nothing else (SYS-09)', () => {
  expect(maskFoundPhone('0519-80001234', '1234')).toBe('****-****1234')
  expect(maskFoundPhone('13861206620', '6620')).toBe('*******6620')
  expect(maskFoundPhone('13861206620', '138612')).toBe('138612*****')
  expect(maskFoundPhone('13861206620', '')).toBe('138********')
})
