import { isComposing } from '@yinuo/web-shared'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { useAutoHeight } from './use-auto-height.ts'

/** What the contract takes for a line; more is fixed as it comes. */
const LONGEST = 2000

/**
 * The line being typed. Enter fixes it, Shift+Enter breaks it, Enter during composition belongs to the input method. `#` in
 * an empty line marks the line above as 关键: inside a line it is a character (46#液压油).
 */
export function WordsInput(props: {
  readonly value: string
  readonly onType: (text: string) => void
  readonly onFix: () => void
  readonly onMarkLast: (() => void) | undefined
  readonly onBack: () => void
}): ReactElement {
  const { value, onType, onFix, onMarkLast, onBack } = props
  const t = useTexts()
  const area = useAutoHeight(value)

  const press = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      onFix()
    } else if (event.key === 'ArrowUp' && value === '') {
      event.preventDefault()
      onBack()
    }
  }
  const type = (text: string): void => {
    // An input method may deliver the character without a key press of its own.
    if (value === '' && (text === '#' || text === '＃') && onMarkLast !== undefined)
      return onMarkLast()
    onType(text)
    if (text.length > LONGEST) onFix()
  }
  return (
    <textarea
      ref={area}
      className="intake-words-input"
      data-field="words"
      rows={1}
      value={value}
      aria-label={t('words.title')}
      aria-describedby="intake-words-hint"
      placeholder={t('words.placeholder')}
      onKeyDown={press}
      onChange={(event) => type(event.target.value)}
    />
  )
}
