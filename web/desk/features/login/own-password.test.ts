import { expect, test } from 'vitest'
import { ownPasswordFaults } from './own-password.ts'

test('SYS-24 a new password is long enough, another one than before, and typed twice alike', () => {
  const faults = (current: string, next: string, again: string) =>
    ownPasswordFaults({ current, next, again })
  expect(faults('k7mq-x2pd', 'my-own-password', 'my-own-password')).toEqual({})
  expect(faults('', '短', '长')).toEqual({
    current: 'own.missing',
    next: 'own.short',
    again: 'own.different',
  })
  expect(faults('the-same-one', 'the-same-one', 'the-same-one')).toEqual({ next: 'own.same' })
})
