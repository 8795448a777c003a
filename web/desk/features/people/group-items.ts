import type { PlaybookView } from '@yinuo/contract'

export type Item = PlaybookView['qualification'][number]
export type ItemGroup = { readonly group: string; readonly items: readonly Item[] }

/** The items of all playbooks by their group, each once: one record serves every playbook. */
export function groupItems(
  playbooks: readonly Pick<PlaybookView, 'qualification'>[],
): readonly ItemGroup[] {
  const items = new Map<string, Item>()
  for (const item of playbooks.flatMap((playbook) => playbook.qualification))
    if (!items.has(item.key)) items.set(item.key, item)
  const groups = new Map<string, Item[]>()
  for (const item of items.values())
    groups.set(item.group, [...(groups.get(item.group) ?? []), item])
  return [...groups].map(([group, held]) => ({ group, items: held }))
}
