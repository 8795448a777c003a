import { expect, test } from 'vitest'
import { KeyedQueue } from './keyed-queue.ts'

test('work on one key runs one after the other, also after a failure; other keys do not wait', async () => {
  const queue = new KeyedQueue()
  const log: string[] = []
  const step =
    (name: string, fails = false) =>
    async (): Promise<void> => {
      log.push(`${name} begins`)
      await Promise.resolve()
      log.push(`${name} ends`)
      if (fails) throw new Error(name)
    }
  const first = queue.run('a', step('1', true)).catch(() => undefined)
  const second = queue.run('a', step('2'))
  const other = queue.run('b', step('b'))
  await Promise.all([first, second, other])
  expect(log.filter((line) => !line.startsWith('b'))).toEqual([
    '1 begins',
    '1 ends',
    '2 begins',
    '2 ends',
  ])
  expect(log.indexOf('b begins')).toBeLessThan(log.indexOf('1 ends'))
})
