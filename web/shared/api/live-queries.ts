import type { Query, QueryClient } from '@tanstack/react-query'
import type { LiveChange } from './live.ts'

/** Nouns a read depends on beside its own; kept in the query's `meta`. */
export type Follows = readonly string[] | 'everything'

/** Many changes in a moment, one refetch. */
const GATHER_MS = 250

/**
 * Turns changes into refetches, gathered over a quarter of a second. Query keys: `[noun, id, …]` for one thing,
 * `[noun, 'list', …]` for lists. A thing is refetched when the screen holds an older version, a list when it does not
 * show that version already (one's own change), and whatever `follows` the noun always.
 */
export function gatherChanges(client: QueryClient): {
  add: (change: LiveChange) => void
  stop: () => void
} {
  let waiting: LiveChange[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const apply = (): void => {
    const changes = waiting
    waiting = []
    timer = undefined
    void client.invalidateQueries({
      predicate: (query) => changes.some((change) => concerns(query, change)),
    })
  }
  return {
    add: (change) => {
      waiting.push(change)
      timer ??= setTimeout(apply, GATHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}

function concerns(query: Query, change: LiveChange): boolean {
  if (followsNoun(query, change.noun)) return true
  const [noun, which] = query.queryKey
  if (noun !== change.noun || (which !== change.id && which !== 'list')) return false
  return !showsVersion(query.state.data, change)
}

/**
 * Several places read one query (sidebar and page), and the query keeps the `meta` of whoever fetched last: each reader's own
 * is asked, or what one of them follows would depend on who was quicker.
 */
function followsNoun(query: Query, noun: string): boolean {
  const metas = [query.meta, ...query.observers.map((reader) => reader.options.meta)]
  return metas.some((meta) => {
    const follows = meta?.['follows'] as Follows | undefined
    return follows === 'everything' || follows?.includes(noun) === true
  })
}

/** Whether the data, or a row in one of its arrays, is this thing in this version or a newer one. */
export function showsVersion(data: unknown, change: LiveChange): boolean {
  if (typeof data !== 'object' || data === null) return false
  if ('id' in data && data.id === change.id) {
    return 'version' in data && typeof data.version === 'number' && data.version >= change.version
  }
  return Object.values(data).some(
    (part: unknown) =>
      Array.isArray(part) && part.some((row: unknown) => showsVersion(row, change)),
  )
}
