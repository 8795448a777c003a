import { expect, test } from 'vitest'
import { EMPTY_SETUP, faultsOf } from './setup-fields.ts'

const filled = {
  setupCode: 'ABCD-1234',
  organisation: '岭川润滑油',
  site: '常州总厂',
  administrator: '钱立',
  login: 'qian.li',
  password: '一诺千金不轻言放弃',
}

test('every empty field of the first set-up is named at once', () => {
  expect(Object.values(faultsOf(EMPTY_SETUP))).toEqual(Array.from({ length: 6 }, () => 'missing'))
})

test('a login name in Chinese and a short password are told before the server is asked', () => {
  expect(faultsOf({ ...filled, login: '钱立' })).toEqual({
    login: 'login.wrong',
    password: 'password.short',
  })
  expect(faultsOf({ ...filled, password: '一诺千金不轻言放弃了' })).toEqual({})
})
