import { api } from '@yinuo/contract'
import { RISKS } from '@yinuo/domain'
import { useMe, useRead, useVocabulary } from '@yinuo/web-shared'
import type { ListFilters } from './list-search.ts'
import { useTexts } from './texts.ts'

export type FilterKey = Exclude<keyof ListFilters, 'q'>
type Choice = { readonly value: string; readonly label: string }

export type FilterWords = {
  readonly label: (key: FilterKey) => string
  readonly value: (key: FilterKey, value: string) => string
  readonly choices: (key: 'status' | 'owner' | 'risk') => readonly Choice[]
}

/** The words of filters and their values: statuses from the playbook, owners from the list of people. */
export function useFilterWords(): FilterWords {
  const t = useTexts()
  const v = useVocabulary()
  const me = useMe()
  const code = me.posts.find((post) => post.playbook !== '')?.playbook ?? 'LUB'
  const playbook = useRead(api.playbook.read, { params: { code } }, ['playbook', code]).data
  const people = useRead(api.people.list, {}, ['person', 'list']).data?.people ?? []
  const choices = {
    status: Object.entries(playbook?.statuses ?? {}).map(([value, label]) => ({ value, label })),
    owner: people
      .filter((person) => person.active)
      .map((person) => ({ value: person.id, label: person.name })),
    risk: RISKS.map((risk) => ({ value: risk, label: v(`risk.${risk}`) })),
  }
  return {
    label: (key) => (key === 'customer' ? t('column.customer') : t(`filter.${key}`)),
    value: (key, value) => {
      if (key !== 'status' && key !== 'owner' && key !== 'risk') return value
      if (key === 'owner') return people.find((person) => person.id === value)?.name ?? value
      return choices[key].find((choice) => choice.value === value)?.label ?? value
    },
    choices: (key) => choices[key],
  }
}
