import { type KeyboardEvent, type ReactElement, useRef } from 'react'

export type SegmentOption<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly count?: number
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
}

/** One of a few, all visible: a radio group with arrow keys. `tray` on grey, `joined` as outlined cells (approval classes). */
export function Segmented<Value extends string>(props: {
  readonly label: string
  readonly options: readonly SegmentOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly look?: 'tray' | 'joined'
}): ReactElement {
  const { label, options, value, onChange, look = 'tray' } = props
  const group = useRef<HTMLDivElement>(null)
  const chosen = options.findIndex((option) => option.value === value)

  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (Math.max(0, chosen) + step + options.length) % options.length
    const option = options[next]
    if (option === undefined) return
    onChange(option.value)
    group.current?.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div
      ref={group}
      role="radiogroup"
      aria-label={label}
      className={`y-segmented y-segmented-${look}`}
      onKeyDown={move}
      tabIndex={-1}
    >
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count === undefined ? null : (
            <span className="y-segmented-count"> {option.count}</span>
          )}
        </button>
      ))}
    </div>
  )
}
