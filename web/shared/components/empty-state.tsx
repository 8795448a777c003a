import type { ReactElement, ReactNode } from 'react'

/** One sentence and the one next step; no picture. */
export function EmptyState(props: {
  readonly sentence: string
  readonly children?: ReactNode
}): ReactElement {
  return (
    <div className="y-empty">
      <p>{props.sentence}</p>
      {props.children}
    </div>
  )
}
