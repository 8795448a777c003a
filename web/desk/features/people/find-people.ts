import type { PersonView } from '@yinuo/contract'

/** Those whose name, log-in or post holds the words; who is in office comes first, then by name as Chinese sorts it. */
export function findPeople(people: readonly PersonView[], words: string): readonly PersonView[] {
  const wanted = words.trim().toLowerCase()
  const order = new Intl.Collator('zh-Hans-CN')
  return people
    .filter((person) =>
      [person.name, person.login, ...person.posts.map((post) => post.label)].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    )
    .sort((a, b) => Number(b.active) - Number(a.active) || order.compare(a.name, b.name))
}
