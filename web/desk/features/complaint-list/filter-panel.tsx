import { ActionButton } from '@yinuo/web-shared'
import { ListFilter } from 'lucide-react'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { type FilterKey, useFilterWords } from './filter-words.ts'
import { type ListSearch, readListSearch } from './list-search.ts'
import { useTexts } from './texts.ts'

/** 添加筛选: the filters one below the other; each works as soon as it is set. Esc or a press outside closes it. */
export function FilterPanel(props: {
  readonly search: ListSearch
  readonly onChange: (search: ListSearch) => void
}): ReactElement {
  const { search, onChange } = props
  const t = useTexts()
  const words = useFilterWords()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useClosing(box, open, () => setOpen(false))
  // The address is the one reader of these values, so a wrong date never gets further than here.
  const set = (key: FilterKey, value: string): void =>
    onChange(readListSearch({ ...search, [key]: value === '' ? undefined : value }))
  return (
    <div ref={box} className="complaint-add-filter">
      <ActionButton size="small" icon={ListFilter} onPress={() => setOpen(!open)}>
        {t(open ? 'filter.done' : 'filter.add')}
      </ActionButton>
      {open ? (
        <div className="complaint-filter-panel" role="group" aria-label={t('filter.add')}>
          {(['status', 'owner', 'risk'] as const).map((key) => (
            <label key={key}>
              {words.label(key)}
              <select
                className="y-input"
                value={search[key] ?? ''}
                onChange={(event) => set(key, event.target.value)}
              >
                <option value="">{t('filter.any')}</option>
                {words.choices(key).map((choice) => (
                  <option key={choice.value} value={choice.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            </label>
          ))}
          {(['from', 'to'] as const).map((key) => (
            <label key={key}>
              {words.label(key)}
              <input
                className="y-input"
                type="date"
                value={search[key] ?? ''}
                onChange={(event) => set(key, event.target.value)}
              />
            </label>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function useClosing(
  box: React.RefObject<HTMLElement | null>,
  open: boolean,
  close: () => void,
): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!open) return
    box.current?.querySelector<HTMLElement>('select')?.focus()
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true)
        latest.current()
    }
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      latest.current()
      box.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', escape)
    }
  }, [box, open])
}
