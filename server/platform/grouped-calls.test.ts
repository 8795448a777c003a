import { afterEach, expect, test, vi } from 'vitest'
import { GroupedCalls } from './grouped-calls.ts'

afterEach(() => vi.useRealTimers())

/** Calls that answer when told to. */
function held(most: number) {
  const calls: { readonly items: readonly number[]; answer(error?: Error): void }[] = []
  const grouped = new GroupedCalls<number, string>({
    patienceMs: 25,
    most,
    send: (items) =>
      new Promise((resolve, reject) => {
        calls.push({
          items,
          answer: (error) =>
            error === undefined ? resolve(items.map((item) => `done ${item}`)) : reject(error),
        })
      }),
    isUndone: (error) => (error as Error).message === 'undone',
  })
  return { grouped, calls }
}

test('an item that is alone goes at once; what comes meanwhile travels together, in order and at most so many', async () => {
  const { grouped, calls } = held(2)
  const answers = [1, 2, 3, 4].map((item) => grouped.run(item))
  expect(calls.map((call) => call.items)).toEqual([[1]])
  calls[0]?.answer()
  await answers[0]
  await Promise.resolve()
  expect(calls.map((call) => call.items)).toEqual([[1], [2, 3]])
  calls[1]?.answer()
  await answers[2]
  await Promise.resolve()
  calls[2]?.answer()
  expect(await Promise.all(answers)).toEqual(['done 1', 'done 2', 'done 3', 'done 4'])
})

test('a group that was undone goes again one by one, so that only the item that cannot be done fails', async () => {
  const { grouped, calls } = held(16)
  const answers = [1, 2, 3].map((item) => grouped.run(item).catch((error: Error) => error.message))
  calls[0]?.answer()
  await answers[0]
  await Promise.resolve()
  calls[1]?.answer(new Error('undone'))
  for (const [index, error] of [new Error('unknown customer'), undefined].entries()) {
    await expect.poll(() => calls.length).toBe(3 + index)
    calls[2 + index]?.answer(error)
  }
  expect(await Promise.all(answers)).toEqual(['done 1', 'unknown customer', 'done 3'])
  expect(calls.map((call) => call.items)).toEqual([[1], [2, 3], [2], [3]])
})

test('a group whose fate is unknown is not sent again: everybody hears of it', async () => {
  const { grouped, calls } = held(16)
  const answers = [1, 2, 3].map((item) => grouped.run(item).catch((error: Error) => error.message))
  calls[0]?.answer()
  await answers[0]
  await Promise.resolve()
  calls[1]?.answer(new Error('connection lost'))
  expect(await Promise.all(answers)).toEqual(['done 1', 'connection lost', 'connection lost'])
  expect(calls).toHaveLength(2)
})

test('a call that hangs holds up the others no longer than their patience, and none of them twice', async () => {
  vi.useFakeTimers()
  const { grouped, calls } = held(16)
  const stuck = grouped.run(1)
  const answers = [2, 3].map((item) => grouped.run(item))
  vi.advanceTimersByTime(24)
  expect(calls.map((call) => call.items)).toEqual([[1]])
  vi.advanceTimersByTime(1)
  expect(calls.map((call) => call.items)).toEqual([[1], [2, 3]])
  calls[1]?.answer()
  expect(await Promise.all(answers)).toEqual(['done 2', 'done 3'])
  calls[0]?.answer()
  expect(await stuck).toBe('done 1')
  expect(calls).toHaveLength(2)
})
