import { expect, test } from 'vitest'
import { maskAddress, maskPhone } from './masking.ts'

test('SYS-09 masks the end of a phone number and keeps its shape', () => {
  expect(maskPhone('0519-80001234')).toBe('0519-8000****')
  expect(maskPhone('13861206620')).toBe('138********')
  expect(maskPhone('')).toBe('')
  expect(maskPhone('没有电话')).toBe('****')
})

test('SYS-09 shows of a number found by typing only the digits that were typed', () => {
  expect(maskPhone('13861206620', '138612')).toBe('138612*****')
  expect(maskPhone('0519-80001234', '0519-80001234')).toBe('0519-80001234')
})

test('SYS-09 keeps the district of an address and hides the house', () => {
  expect(maskAddress('常州市武进区湖塘镇人民路18号')).toBe('常州市武进区****')
  expect(maskAddress('某处')).toBe('某处****')
})
