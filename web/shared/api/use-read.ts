import type { InputOf, OutputOf, Route } from '@yinuo/contract'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from './call.ts'
import { ApiFailure } from './failure.ts'
import type { Follows } from './live-queries.ts'

/** `[noun, id]` or `[noun, 'list', filters]`; the live feed finds the query by it. */
export type ReadKey = readonly [noun: string, which: string, ...rest: readonly unknown[]]

type Options = {
  readonly enabled?: boolean
  /** Keeps the old rows on screen while new filters load. */
  readonly keepPrevious?: boolean
  /** Other nouns whose changes make this stale: a case shows its commitments and tasks. */
  readonly follows?: Follows
  /** For the few things no feed announces. */
  readonly refetchEveryMs?: number
}

/**
 * Reads a route and keeps it fresh: `useRead(api.complaint.read, { params: { id } }, ['complaint', id])`. Errors are
 * those of `call`; refusals and other answers are not retried, a lost connection is.
 */
export function useRead<R extends Route>(
  route: R,
  input: InputOf<R>,
  key: ReadKey,
  options: Options = {},
): UseQueryResult<OutputOf<R>> {
  return useQuery<OutputOf<R>>({
    queryKey: key,
    queryFn: ({ signal }) => call(route, input, { signal }),
    retry: (count, error) => !(error instanceof ApiFailure) && count < 3,
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.follows === undefined ? {} : { meta: { follows: options.follows } }),
    ...(options.refetchEveryMs === undefined ? {} : { refetchInterval: options.refetchEveryMs }),
  })
}
