import { api, type PlaybookView } from '@yinuo/contract'
import { call, useRead } from '@yinuo/web-shared'
import { useQueries } from '@tanstack/react-query'

/** The playbooks in use: their posts can be granted, their qualification items assessed. */
export function usePlaybooks(): readonly PlaybookView[] {
  const list = useRead(api.playbook.list, {}, ['playbook', 'list']).data
  return useQueries({
    queries: (list?.playbooks ?? []).map(({ code }) => ({
      queryKey: ['playbook', code],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        call(api.playbook.read, { params: { code } }, { signal }),
    })),
    combine: (reads) =>
      reads.map((read) => read.data).filter((book): book is PlaybookView => book !== undefined),
  })
}
