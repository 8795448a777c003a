import { expect, test } from 'vitest'
import { ActionKeeper, newActionKey } from './action-key.ts'

test('the same content pressed again keeps its key, so a lost answer makes no second effect (SYS-21)', () => {
  const keeper = new ActionKeeper()
  const first = keeper.keyFor({ body: { text: '回电' } })
  expect(keeper.keyFor({ body: { text: '回电' } })).toBe(first)
  expect(keeper.keyFor({ body: { text: '上门' } })).not.toBe(first)
})

test('a finished action leaves its key behind', () => {
  const keeper = new ActionKeeper()
  const first = keeper.keyFor({})
  keeper.finished()
  expect(keeper.keyFor({})).not.toBe(first)
})

test('keys are UUIDs', () => {
  expect(newActionKey()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  )
})
