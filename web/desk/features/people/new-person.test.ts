import { expect, test } from 'vitest'
import { faultsOf } from './new-person.ts'

const good = {
  name: '王小明',
  login: 'wang.xm',
  password: '0123456789',
  siteId: 's',
  reportsTo: '',
}

test('a new person needs a name, a log-in name of small letters and a password of ten', () => {
  expect(faultsOf(good)).toEqual({})
  expect(faultsOf({ ...good, name: '  ', login: '王小明', password: '短' })).toEqual({
    name: 'fault.empty',
    login: 'fault.login',
    password: 'password.short',
  })
})
