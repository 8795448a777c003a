import { formatTime, Icon, Kbd, useZone } from '@yinuo/web-shared'
import { KeyRound } from 'lucide-react'
import type { KeyboardEvent, ReactElement } from 'react'
import type { SpokenLine as Line } from '../draft/content.ts'
import { useTexts } from '../texts.ts'
import { partsOf } from './numbers-in.ts'

/** One fixed line: its time, the words as spoken, numbers that can be looked up, and the 关键 mark. */
export function SpokenLine(props: {
  readonly line: Line
  /** The number Alt I looks up, when this line holds it. */
  readonly offered: string | undefined
  readonly onLookUp: (number: string) => void
  readonly onToggleKey: () => void
  /** Up and down walk through the lines, everything else goes back to writing. */
  readonly onMove: (step: 1 | -1) => void
}): ReactElement {
  const { line, offered, onLookUp, onToggleKey, onMove } = props
  const t = useTexts()
  const zone = useZone()
  const press = (event: KeyboardEvent): void => {
    if (event.key === '#' || event.key === '＃') onToggleKey()
    else if (event.key === 'ArrowUp') onMove(-1)
    else if (event.key === 'ArrowDown') onMove(1)
    else return
    event.preventDefault()
  }
  return (
    <li
      className={`intake-line${line.key ? ' intake-line-key' : ''}`}
      tabIndex={-1}
      onKeyDown={press}
    >
      <time dateTime={line.at}>{formatTime(line.at, zone, true)}</time>
      <p className="y-words">
        {partsOf(line.text).map((part, index) =>
          part.number === undefined ? (
            part.text
          ) : (
            <button
              key={index}
              type="button"
              className="intake-number"
              aria-label={t('words.look-up-number', { number: part.number })}
              onClick={() => onLookUp(part.number ?? '')}
            >
              {part.text}
            </button>
          ),
        )}
      </p>
      {offered === undefined ? null : (
        <button type="button" className="y-link" onClick={() => onLookUp(offered)}>
          {t('words.look-up')} <Kbd keys="Alt+I" />
        </button>
      )}
      <button
        type="button"
        className="y-link intake-mark"
        aria-pressed={line.key}
        onClick={onToggleKey}
      >
        <Icon of={KeyRound} size={14} />
        {t(line.key ? 'words.key' : 'words.mark')}
      </button>
    </li>
  )
}
