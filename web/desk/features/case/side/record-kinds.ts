import { useMe } from '@yinuo/web-shared'
import { useCase } from '../case-context.tsx'

/** Whether one of my posts may write a kind of record; the server judges again. */
export function useMayRecord(): (kind: string) => boolean {
  const { playbook } = useCase()
  const me = useMe()
  const mine = new Set(me.posts.map((held) => held.key))
  return (kind) => playbook.records[kind]?.writers.some((post) => mine.has(post)) ?? false
}
