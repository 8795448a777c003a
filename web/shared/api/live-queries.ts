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
  const follows = query.meta?.['follows'] as Follows | undefined
  if (follows === 'everything' || follows?.includes(change.noun) === true) return true
  const [noun, which] = query.queryKey
  if (noun !== change.noun || (which !== change.id && which !== 'list')) return false
  return !showsVersion(query.state.data, change)
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
