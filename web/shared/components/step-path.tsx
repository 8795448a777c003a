import { Check, ChevronRight } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The working method as a path (ux principle 2): put `StepDone`, `StepOpen` and `StepLater` inside, in order. */
export function StepPath({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <ol className="y-path" aria-label={label}>
      {children}
    </ol>
  )
}

/** A finished step, folded to one line of facts; opens when pressed. */
export function StepDone(props: {
  readonly label: string
  readonly facts: ReactNode
  readonly expanded?: boolean
  readonly onToggle?: () => void
  /** Shown under the line when expanded. */
  readonly children?: ReactNode
}): ReactElement {
  const { label, facts, expanded = false, onToggle, children } = props
  const line = (
    <>
      <span className="y-path-name">{label}</span>
      <span className="y-path-facts">{facts}</span>
    </>
  )
  return (
    <li className="y-path-step y-path-done">
      <span className="y-path-mark">
        <Icon of={Check} size={14} />
      </span>
      <div className="y-path-body">
        {onToggle === undefined ? (
          <div className="y-path-line">{line}</div>
        ) : (
          <button type="button" className="y-path-line" aria-expanded={expanded} onClick={onToggle}>
            {line}
            <Icon of={ChevronRight} />
          </button>
        )}
        {expanded ? children : null}
      </div>
    </li>
  )
}

/** The step one is in, with its form. */
export function StepOpen(props: {
  readonly number: number
  readonly label: string
  readonly meta?: ReactNode
  /** Chips at the right end of the head. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  return (
    <li className="y-path-step y-path-open" aria-current="step">
      <span className="y-path-mark">{props.number}</span>
      <div className="y-path-body">
        <div className="y-path-head">
          <h2>{props.label}</h2>
          <span className="y-path-meta">{props.meta}</span>
          <span className="y-path-aside">{props.aside}</span>
        </div>
        {props.children}
      </div>
    </li>
  )
}

/** A later step: visible, with what it needs. */
export function StepLater(props: {
  readonly number: number
  readonly label: string
  readonly needs: string
}): ReactElement {
  return (
    <li className="y-path-step y-path-later">
      <span className="y-path-mark">{props.number}</span>
      <div className="y-path-body y-path-line">
        <span>{props.label}</span>
        <span className="y-path-meta">{props.needs}</span>
      </div>
    </li>
  )
}
