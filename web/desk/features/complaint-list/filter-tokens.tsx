import { ActionButton, Icon } from '@yinuo/web-shared'
import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { type FilterKey, useFilterWords } from './filter-words.ts'
import { isNarrowed, type ListSearch } from './list-search.ts'
import { useTexts } from './texts.ts'

/** What narrows the list, each with its own way out. */
export function FilterTokens(props: {
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
}): ReactElement {
  const { search, onChange } = props
  const t = useTexts()
  const words = useFilterWords()
  const keys = (['status', 'owner', 'risk', 'from', 'to', 'customer'] as const).filter(
    (key) => search[key] !== undefined,
  )
  const without = (key: FilterKey): ListSearch => {
    const { [key]: _, ...others } = search
    return others
  }
  return (
    <>
      {keys.map((key) => {
        const label = words.label(key)
        const value = words.value(key, search[key] ?? '')
        return (
          <span key={key} className="complaint-token">
            <span>{label}</span> <b>{value}</b>
            <button
              type="button"
              aria-label={t('filter.remove', { label, value })}
              onClick={() => onChange(without(key))}
            >
              <Icon of={X} size={14} />
            </button>
          </span>
        )
      })}
      {isNarrowed(search) && keys.length > 1 ? (
        <ActionButton
          look="link"
          onPress={() =>
            onChange({ view: search.view, order: search.order, density: search.density })
          }
        >
          {t('filter.clear')}
        </ActionButton>
      ) : null}
    </>
  )
}
