import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, test, vi } from 'vitest'
import { gatherChanges, showsVersion } from './live-queries.ts'

const change = { noun: 'complaint', id: 'a', version: 4 }

describe('a screen refetches only what it holds in an older version', () => {
  test('its own saved change is already there', () => {
    expect(showsVersion({ id: 'a', version: 4 }, change)).toBe(true)
    expect(showsVersion({ id: 'a', version: 5 }, change)).toBe(true)
    expect(showsVersion({ id: 'a', version: 3 }, change)).toBe(false)
  })

  test('a row of a list counts as shown only in that version', () => {
    expect(
      showsVersion(
        {
          rows: [
            { id: 'b', version: 9 },
            { id: 'a', version: 4 },
          ],
        },
        change,
      ),
    ).toBe(true)
    expect(showsVersion({ rows: [{ id: 'a', version: 3 }] }, change)).toBe(false)
    expect(showsVersion({ rows: [{ id: 'a' }] }, change)).toBe(false)
  })

  test('a list without the thing is refetched: it may belong there now', () => {
    expect(showsVersion({ rows: [] }, change)).toBe(false)
    expect(showsVersion(undefined, change)).toBe(false)
  })
})

describe('two places read one query, and only one of them follows everything', () => {
  test.each([
    ['the follower first', [{ follows: 'everything' }, {}]],
    ['the follower last', [{}, { follows: 'everything' }]],
  ])('a change of another noun refetches, with %s', async (_, metas) => {
    vi.useFakeTimers()
    const client = new QueryClient()
    const queryFn = vi.fn<() => { items: never[] }>(() => ({ items: [] }))
    const queryKey = ['my-day', 'list']
    const stops = metas.map((meta) =>
      new QueryObserver(client, { queryKey, queryFn, meta }).subscribe(() => undefined),
    )
    await vi.runAllTimersAsync()
    const before = queryFn.mock.calls.length
    const gathered = gatherChanges(client)
    gathered.add({ noun: 'complaint', id: 'a', version: 2 })
    await vi.runAllTimersAsync()
    expect(queryFn.mock.calls.length).toBe(before + 1)
    gathered.stop()
    for (const stop of stops) stop()
    client.clear()
    vi.useRealTimers()
  })
})
