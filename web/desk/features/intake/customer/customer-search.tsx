import { Icon, isComposing, Kbd, messageOf, useShortcut } from '@yinuo/web-shared'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useRef } from 'react'
import { useTexts } from '../texts.ts'
import type { CustomerSearch as Found } from './use-customer-search.ts'

export const HITS_ID = 'intake-hits'
export function hitId(index: number): string {
  return `intake-hit-${index}`
}

/** 找客户, Alt 2: a combobox whose list stands in the right pane; ↑↓ choose, Enter takes, Esc gives up the search. */
export function CustomerSearch(props: {
  readonly search: Found
  readonly takenName: string | undefined
  readonly onTake: () => void
}): ReactElement {
  const { search, takenName, onTake } = props
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  useShortcut('Alt+2', () => input.current?.select(), { label: t('search.shortcut') })

  const press = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') onTake()
    else if (event.key === 'ArrowDown') search.offer(search.offeredAt + 1)
    else if (event.key === 'ArrowUp') search.offer(search.offeredAt - 1)
    else if (event.key === 'Escape' && search.text !== '') search.type('')
    else return
    event.preventDefault()
  }
  return (
    <section className="intake-search" aria-labelledby="intake-search-title">
      <div className="intake-pane-head">
        <h2 id="intake-search-title">{t('search.title')}</h2>
        <Kbd keys="Alt+2" />
        <span>{t('search.hint')}</span>
      </div>
      <div className="intake-search-box">
        <Icon of={Search} />
        <input
          ref={input}
          data-field="search"
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={t('search.title')}
          aria-expanded={search.hits.length > 0}
          aria-controls={HITS_ID}
          aria-autocomplete="list"
          aria-activedescendant={search.offered === undefined ? undefined : hitId(search.offeredAt)}
          placeholder={
            takenName === undefined
              ? t('search.placeholder')
              : t('search.taken', { name: takenName })
          }
          value={search.text}
          onKeyDown={press}
          onChange={(event) => search.type(event.target.value)}
        />
        <output>{state()}</output>
      </div>
      {search.error === null || search.error === undefined ? null : (
        <p role="alert" className="intake-search-failed">
          {t('search.failed', { why: messageOf(search.error) })}
        </p>
      )}
    </section>
  )

  function state(): string {
    if (search.hits.length > 0) return t('search.found', { count: search.hits.length })
    return search.pending ? t('search.searching') : ''
  }
}
