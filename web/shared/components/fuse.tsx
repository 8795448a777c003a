import type { ReactElement } from 'react'
import type { ClockState } from '../time/clock-state.ts'

/** A 3-px bar filled by what is left of the allowed time (0 … 1). Decoration beside the words, so it does not speak. */
export function Fuse(props: {
  readonly state: ClockState
  readonly left: number | null
  readonly wide?: boolean
}): ReactElement | null {
  if (props.left === null) return null
  return (
    <span
      className={`y-fuse y-fuse-${props.state}${props.wide === true ? ' y-fuse-wide' : ''}`}
      aria-hidden
    >
      <span style={{ inlineSize: `${Math.round(props.left * 1000) / 10}%` }} />
    </span>
  )
}
