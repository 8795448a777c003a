import { expect, test } from 'vitest'
import { firstCharacters } from './first-characters.ts'

test('cuts after so many characters and never inside one', () => {
  expect(firstCharacters('机油变黑', 2)).toBe('机油')
  expect(firstCharacters('😡😡😡', 2)).toBe('😡😡')
  expect(firstCharacters('a😡b', 2)).toBe('a😡')
  expect(firstCharacters('短', 80)).toBe('短')
})
