import { api, type PersonView, type PlaybookView } from '@yinuo/contract'
import { useRead } from '@yinuo/web-shared'

export type Receivers = {
  readonly people: readonly PersonView[]
  /** Label of the post whose holders take over (售后服务人员). */
  readonly post: string
  readonly loaded: boolean
}

/** Whom a signed complaint can be handed to: holders of the qualified post of the playbook (CMP-04, STF-01). */
export function useReceivers(playbook: PlaybookView | undefined): Receivers {
  const people = useRead(api.people.list, {}, ['person', 'list'])
  const posts = Object.entries(playbook?.posts ?? {}).filter(([, post]) => post.qualified)
  const keys = posts.map(([key]) => key)
  return {
    people: (people.data?.people ?? []).filter(
      (person) =>
        person.active &&
        person.posts.some((held) => held.playbook === playbook?.code && keys.includes(held.post)),
    ),
    post: posts[0]?.[1].label ?? '',
    loaded: people.isSuccess,
  }
}
