import type { QueryClient } from '@tanstack/react-query'
import type { LiveChange } from './live.ts'

/**
 * Query keys: `[noun, id, …]` for one thing, `[noun, 'list', …]` for lists. A change refetches the thing when the
 * screen holds an older version, and a list when it does not show that version already (the author's own change).
 */
export function applyChange(client: QueryClient, change: LiveChange): void {
  void client.invalidateQueries({
    predicate: (query) => {
      const [noun, which] = query.queryKey
      if (noun !== change.noun) return false
      if (which === change.id || which === 'list') return !showsVersion(query.state.data, change)
      return false
    },
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
