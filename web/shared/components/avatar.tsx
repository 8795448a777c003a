import type { ReactElement } from 'react'

/** The last character of a name, as Chinese colleagues call one another; accent for oneself. The name stands beside it. */
export function Avatar(props: {
  readonly name: string
  readonly self?: boolean
  readonly size?: 24 | 28
}): ReactElement {
  const last = Array.from(props.name.trim()).at(-1) ?? ''
  return (
    <span
      className={`y-avatar y-avatar-${props.size ?? 24}${props.self === true ? ' y-avatar-self' : ''}`}
      aria-hidden
    >
      {last}
    </span>
  )
}
