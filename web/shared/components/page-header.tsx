import { type ReactElement, type ReactNode, useEffect } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'

/** The head of a page: title, facts beside it, actions at the right end. `crumbs` makes it the two-line head of a case. Names the window too. */
export function PageHeader(props: {
  readonly title: ReactNode
  readonly crumbs?: ReactNode
  readonly meta?: ReactNode
  readonly children?: ReactNode
  /** The window's title, when `title` is not plain text. */
  readonly windowTitle?: string
}): ReactElement {
  const t = useSharedTexts()
  const { title, windowTitle = typeof title === 'string' ? title : '' } = props
  const product = t('product')
  useEffect(() => {
    document.title = windowTitle === '' ? product : `${windowTitle} · ${product}`
  }, [windowTitle, product])
  const twoLines = props.crumbs !== undefined
  return (
    <header className={`y-page-header${twoLines ? ' y-page-header-case' : ''}`}>
      <div className="y-page-title">
        {twoLines ? <div className="y-crumbs">{props.crumbs}</div> : null}
        <div className="y-page-title-line">
          <h1 tabIndex={-1}>{title}</h1>
          <div className="y-page-meta">{props.meta}</div>
        </div>
      </div>
      <div className="y-page-actions y-screen-only">{props.children}</div>
    </header>
  )
}
