import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskAddress, maskNumbersIn, maskPhone } from './masking.ts'

const digitsOf = (text: string) => [...text].filter((one) => /[\d０-９]/u.test(one)).join('')

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

test('SYS-09 an extension, a second number or a country code does not bring the number itself to light', () => {
  for (const [written, hidden] of [
    ['0519-80001234转8003', '1234'],
    ['0519-80001234轉8003', '1234'],
    ['80001234-8003', '1234'],
    ['0519-80001234、0519-80005678', '1234'],
    ['80001234/80005678', '1234'],
    ['0519-80001234 13861206620', '1234'],
    ['13861206620，13912345678', '6620'],
    ['138 6120 6620', '6620'],
    ['+86 13861206620', '6620'],
    ['008613861206620', '6620'],
    ['０５１９－８０００１２３４转８００３', '１２３４'],
  ] as const)
    expect(`${written} ${maskPhone(written).includes(hidden)}`).toBe(`${written} false`)
})

test('SYS-09 the last four digits are never shown unless they were typed', () => {
  const number = fc.stringMatching(/^[+＋]?[\d０-９][\d０-９ \-－()、/转#]{0,30}$/u)
  fc.assert(
    fc.property(number, fc.stringMatching(/^[\d０-９-]{0,14}$/u), (phone, typed) => {
      const shown = digitsOf(maskPhone(phone, typed))
      const all = digitsOf(phone)
      expect(all.startsWith(shown)).toBe(true)
      const known = all.startsWith(digitsOf(typed)) ? digitsOf(typed).length : 0
      expect(shown.length).toBeLessThanOrEqual(Math.max(known, all.length - 4, 0))
      expect([...maskPhone(phone, typed)].length).toBeLessThanOrEqual([...phone].length)
    }),
    { numRuns: 2000 },
  )
})

test('SYS-09 masks a telephone number wherever it stands in a text, and leaves dates, amounts and case numbers alone', () => {
  expect(maskNumbersIn('手册里没有“打13861206620”这项')).toBe('手册里没有“打138********”这项')
  expect(maskNumbersIn('回 0519-80001234，或１３８６１２０６６２０')).toBe(
    '回 0519-8000****，或１３８********',
  )
  for (const text of ['TS-20260302-0001', '2026-03-02 10:30', '不能大于 100000', '（CMP-03）'])
    expect(maskNumbersIn(text)).toBe(text)
})

test('SYS-09 keeps the district of an address and hides the house', () => {
  expect(maskAddress('常州市武进区湖塘镇人民路18号')).toBe('常州市武进区****')
  expect(maskAddress('某处')).toBe('某处****')
  expect(maskAddress('')).toBe('')
})

test('SYS-09 a housing estate is no district, and a house number never shows', () => {
  expect(maskAddress('人民路18号宏达小区3栋501')).toBe('人民路****')
  expect(maskAddress('18号')).toBe('****')
  expect(maskAddress('常州市武進區湖塘鎮人民路18號')).toBe('常州市武進區****')
  fc.assert(
    fc.property(
      fc.stringMatching(/^[常州市武进区湖塘镇人民路小号栋0-9０-９]{1,30}$/u),
      (address) => {
        expect(digitsOf(maskAddress(address))).toBe('')
      },
    ),
  )
})
