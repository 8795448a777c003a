import { Dialog, Icon, isComposing } from '@yinuo/web-shared'
import { CornerDownLeft, Search } from 'lucide-react'
import { type KeyboardEvent, type ReactElement, useId, useState } from 'react'
import { useTexts } from '../texts.ts'
import { type PaletteItem, usePaletteItems } from './use-palette-items.ts'

/** 查找或执行: go to a page, open a complaint by number, find a customer by phone or name, do something. Keyboard all the way. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const t = useTexts()
  const listId = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const { items, searching } = usePaletteItems(query)
  const chosen = Math.min(at, items.length - 1)

  const go = (item: PaletteItem | undefined): void => {
    if (item === undefined) return
    onClose()
    item.run()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((chosen + step + items.length) % Math.max(1, items.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(items[chosen])
    }
  }

  return (
    <Dialog title={t('palette.label')} look="palette" onClose={onClose}>
      <div className="desk-palette-field">
        <Icon of={Search} size={18} />
        <input
          // A palette is opened to type into.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? `${listId}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('palette.placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t('palette.label')} className="desk-palette-list">
        {items.map((item, index) => (
          <Option
            key={item.key}
            id={`${listId}-${index}`}
            item={item}
            group={items[index - 1]?.group === item.group ? '' : item.group}
            chosen={index === chosen}
            onPick={() => go(item)}
            onPoint={() => setAt(index)}
          />
        ))}
      </div>
      <p className="desk-palette-foot" role="status">
        {searching
          ? t('palette.searching')
          : items.length === 0
            ? t('palette.none', { query })
            : t('palette.hint')}
      </p>
    </Dialog>
  )
}

function Option(props: {
  readonly id: string
  readonly item: PaletteItem
  readonly group: string
  readonly chosen: boolean
  readonly onPick: () => void
  readonly onPoint: () => void
}): ReactElement {
  const { id, item, group, chosen } = props
  return (
    <>
      {group === '' ? null : (
        <h3 className="desk-palette-group" aria-hidden>
          {group}
        </h3>
      )}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are handled by the combobox above */}
      <div
        id={id}
        role="option"
        aria-selected={chosen}
        tabIndex={-1}
        onClick={props.onPick}
        onMouseMove={props.onPoint}
      >
        <Icon of={item.icon} />
        <span className="desk-palette-words">
          {item.label}
          {item.detail === '' ? null : <small>{item.detail}</small>}
        </span>
        {chosen ? <Icon of={CornerDownLeft} size={14} /> : null}
      </div>
    </>
  )
}
