import { api, type ComplaintRow } from '@yinuo/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ApiFailure, call } from '@yinuo/web-shared'
import { filtersOf, type ListSearch } from './list-search.ts'

const PAGE = 50

export type ComplaintRows = {
  readonly rows: readonly ComplaintRow[] | undefined
  readonly error: unknown
  readonly more: boolean
  readonly loadingMore: boolean
  readonly loadMore: () => void
  readonly retry: () => void
}

/** The rows of one view, page after page by cursor; kept fresh by the live feed through their key. */
export function useComplaintRows(search: ListSearch): ComplaintRows {
  const query = { view: search.view, order: search.order, ...filtersOf(search) }
  const read = useInfiniteQuery({
    queryKey: ['complaint', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      call(
        api.complaint.list,
        { query: { ...query, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    retry: (count, error) => !(error instanceof ApiFailure) && count < 3,
  })
  return {
    rows: read.data === undefined ? undefined : once(read.data.pages.flatMap((page) => page.rows)),
    error: read.error,
    more: read.hasNextPage,
    loadingMore: read.isFetchingNextPage,
    loadMore: () => void read.fetchNextPage(),
    retry: () => void (read.data === undefined ? read.refetch() : read.fetchNextPage()),
  }
}

/** A row that moved between two pages while they were read stands once. */
function once(rows: readonly ComplaintRow[]): readonly ComplaintRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
