import { type ReactElement, type ReactNode, useId } from 'react'

export function Section(props: {
  readonly title: string
  readonly meta?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  const id = useId()
  return (
    <section className="people-section" aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.meta === undefined ? null : <p className="people-meta">{props.meta}</p>}
      {props.children}
    </section>
  )
}
