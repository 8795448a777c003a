import { Icon, isComposing, Kbd, Segmented, useShortcut } from '@yinuo/web-shared'
import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { FilterPanel } from './filter-panel.tsx'
import { FilterTokens } from './filter-tokens.tsx'
import { DENSITIES, type ListSearch } from './list-search.ts'
import { useTexts } from './texts.ts'

const ASK_AFTER_MS = 300

/** Search, filter tokens and density; everything goes into the address. */
export function FilterBar(props: {
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
}): ReactElement {
  const { search, onChange } = props
  const t = useTexts()
  return (
    <div className="complaint-filters">
      <SearchBox
        value={search.q ?? ''}
        onSearch={(q) => {
          const { q: _, ...others } = search
          onChange(q === '' ? others : { ...others, q })
        }}
      />
      <FilterTokens search={search} onChange={onChange} />
      <FilterPanel search={search} onChange={onChange} />
      <span className="complaint-density">
        <Segmented
          label={t('density.label')}
          value={search.density}
          options={DENSITIES.map((density) => ({ value: density, label: t(`density.${density}`) }))}
          onChange={(density) => onChange({ ...search, density })}
        />
      </span>
    </div>
  )
}

/** Searches 300 ms after the last key and at once on Enter; never in the middle of a composition. */
function SearchBox(props: {
  readonly value: string
  readonly onSearch: (text: string) => void
}): ReactElement {
  const { value, onSearch } = props
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  /** What the address said last: when it says something else by itself (back, 清掉筛选), the box follows. */
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    if (value !== text.trim()) setText(value)
  }
  const composing = useRef(false)
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useShortcut('/', () => input.current?.select(), { label: t('keys.search') })
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => {
      if (!composing.current) latest.current(text.trim())
    }, ASK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text, value])

  const press = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    if (event.key === 'Enter') onSearch(text.trim())
    else if (event.key === 'Escape' && text !== '') setText('')
    else return
    event.preventDefault()
  }
  return (
    <div className="complaint-search">
      <Icon of={Search} />
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        maxLength={100}
        value={text}
        onKeyDown={press}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          setText(event.currentTarget.value)
        }}
        onChange={(event) => setText(event.target.value)}
      />
      {text === '' ? (
        <Kbd keys="/" />
      ) : (
        <button
          type="button"
          aria-label={t('search.clear', { text })}
          onClick={() => {
            setText('')
            onSearch('')
          }}
        >
          <Icon of={X} size={14} />
        </button>
      )}
    </div>
  )
}
