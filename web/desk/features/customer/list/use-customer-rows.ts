import { api, type OutputOf } from '@yinuo/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ApiFailure, call } from '@yinuo/web-shared'

const PAGE = 50

export type ListedCustomer = OutputOf<typeof api.customer.list>['rows'][number]

export type CustomerRows = {
  readonly rows: readonly ListedCustomer[] | undefined
  readonly error: unknown
  readonly more: boolean
  readonly loadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

/** The customers by name, or those found by `q`, page after page. */
export function useCustomerRows(q: string): CustomerRows {
  const read = useInfiniteQuery({
    queryKey: ['customer', 'list', { q }],
    queryFn: ({ pageParam, signal }) =>
      call(
        api.customer.list,
        { query: { q, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    retry: (count, error) => !(error instanceof ApiFailure) && count < 3,
    placeholderData: (before) => before,
    meta: { follows: ['complaint'] },
  })
  const all = read.data?.pages.flatMap((page) => page.rows)
  return {
    rows: all === undefined ? undefined : [...new Map(all.map((row) => [row.id, row])).values()],
    error: read.error,
    more: read.hasNextPage,
    loadingMore: read.isFetchingNextPage,
    loadMore: () => void read.fetchNextPage(),
    retry: () => void (read.data === undefined ? read.refetch() : read.fetchNextPage()),
  }
}
