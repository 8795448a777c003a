import type { ReactElement, ReactNode } from 'react'

/** The head of a page: title, facts beside it, actions at the right end. `crumbs` makes it the two-line head of a case. */
export function PageHeader(props: {
  readonly title: ReactNode
  readonly crumbs?: ReactNode
  readonly meta?: ReactNode
  readonly children?: ReactNode
}): ReactElement {
  const twoLines = props.crumbs !== undefined
  return (
    <header className={`y-page-header${twoLines ? ' y-page-header-case' : ''}`}>
      <div className="y-page-title">
        {twoLines ? <div className="y-crumbs">{props.crumbs}</div> : null}
        <div className="y-page-title-line">
          <h1 tabIndex={-1}>{props.title}</h1>
          <div className="y-page-meta">{props.meta}</div>
        </div>
      </div>
      <div className="y-page-actions y-screen-only">{props.children}</div>
    </header>
  )
}
