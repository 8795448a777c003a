import { isComposing, useShortcut } from '@yinuo/web-shared'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts.ts'

const PAUSE_MS = 250

/** Searches while one types, after a short pause and never in the middle of a word of the input method. */
export function CustomerSearch(props: {
  readonly q: string
  readonly onSearch: (q: string) => void
}): ReactElement {
  const { q, onSearch } = props
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [typed, setTyped] = useState(q)
  useShortcut('/', () => input.current?.focus(), { label: t('keys.search') })
  useEffect(() => () => clearTimeout(timer.current), [])
  // The address changed by itself (back, a link): the field follows; what one is typing is never replaced.
  const sent = useRef(q)
  useEffect(() => {
    if (q === sent.current) return
    sent.current = q
    setTyped(q)
  }, [q])

  const search = (text: string): void => {
    clearTimeout(timer.current)
    if (text.trim() === q) return
    sent.current = text.trim()
    onSearch(text.trim())
  }
  const searchSoon = (text: string): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => search(text), PAUSE_MS)
  }

  return (
    <input
      ref={input}
      type="search"
      className="y-input customer-search"
      aria-label={t('search.label')}
      placeholder={t('search.placeholder')}
      maxLength={60}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        if (!(event.nativeEvent as InputEvent).isComposing) searchSoon(event.target.value)
      }}
      onCompositionEnd={(event) => searchSoon(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event)) search(typed)
      }}
    />
  )
}
