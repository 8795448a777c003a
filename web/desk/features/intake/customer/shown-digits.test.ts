import { expect, it } from 'vitest'
import { shownDigits } from './shown-digits.ts'

it.each([
  ['0519-8000****', '05198000', '0519-8000'],
  ['0519-8000****', '0519-8000', '0519-8000'],
  ['0519-8000****', '８０００', '8000'],
  ['****-****1234', '1234', '1234'],
  ['0519-8000****', '鑫源', ''],
  ['0519-8000****', '04418237', ''],
])('of %s, searched for by %s, %s is set off (SYS-09)', (masked, typed, shown) =>
  expect(shownDigits(masked, typed)).toBe(shown),
)
