import type { People, Person, StandIn } from '@yinuo/domain'

const POSTS: Readonly<Record<string, readonly string[]>> = {
  刘芳: ['receptionist'],
  王小明: [],
  陈志强: ['after-sales'],
  吴敏: ['after-sales'],
  郑凯: ['after-sales'],
  // 一人多岗 (ROLE-01): handles and approves, but never both on one case (SYS-15).
  林岚: ['after-sales', 'leader'],
  周建国: ['leader'],
  赵永: ['warehouse'],
  孙丽: ['marketing'],
  何静: ['production'],
  钱程: ['administrator'],
  马超: ['after-sales'],
}

export const NAMES: readonly string[] = Object.keys(POSTS)

/** The people of S01 and those around them; a person's id is his name. 马超 has left the company. */
export function staff(changes: Readonly<Record<string, Partial<Person>>> = {}): People {
  return new Map(
    Object.entries(POSTS).map(([name, posts]): [string, Person] => [
      name,
      {
        id: name,
        name,
        siteId: 'changzhou',
        reportsTo: null,
        active: name !== '马超',
        posts: posts.map((post) => ({ playbook: 'LUB', post })),
        standsInFor: [],
        fulfils: posts.includes('after-sales') ? ['onSite'] : [],
        ...changes[name],
      },
    ]),
  )
}

/** Stands in for somebody on the Monday and Tuesday of the scenarios. */
export function standingInFor(absent: string): { readonly standsInFor: readonly StandIn[] } {
  return { standsInFor: [{ absent, from: '2026-03-02', until: '2026-03-03' }] }
}
