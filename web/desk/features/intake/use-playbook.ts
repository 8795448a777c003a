import { api, type PlaybookView } from '@yinuo/contract'
import { useMe, useRead } from '@yinuo/web-shared'

/** The playbook one registers under: that of one's own post; where nobody says otherwise, the lubricant maker's. */
export function usePlaybook(code?: string): {
  code: string
  playbook: PlaybookView | undefined
  error: unknown
} {
  const me = useMe()
  const wanted = code ?? me.posts.find((post) => post.playbook !== '')?.playbook ?? 'LUB'
  const read = useRead(api.playbook.read, { params: { code: wanted } }, ['playbook', wanted])
  return { code: wanted, playbook: read.data, error: read.error }
}
