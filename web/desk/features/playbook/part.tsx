import type { PlaybookReading } from '@yinuo/contract'
import type { ReactElement, ReactNode } from 'react'
import { useTexts } from './texts.ts'

export type PartProps = { readonly reading: PlaybookReading }

/** The chapters in their order; the table of contents and the headings are made of it. */
export const PARTS = [
  'steps',
  'records',
  'gates',
  'clocks',
  'figures',
  'remedies',
  'endings',
  'cards',
  'phrases',
  'posts',
  'qualification',
] as const
type PartKey = (typeof PARTS)[number]

export function Part(props: {
  readonly of: PartKey
  readonly intro?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  const t = useTexts()
  return (
    <section className="playbook-part" aria-labelledby={props.of}>
      <h2 id={props.of} tabIndex={-1}>
        {t(props.of)}
      </h2>
      {props.intro === undefined ? null : <p className="playbook-meta">{props.intro}</p>}
      {props.children}
    </section>
  )
}

/** The requirement a rule comes from. */
export function Rule({ id }: { readonly id: string }): ReactElement | null {
  return id === '' ? null : <span className="playbook-rule y-unbroken">{id}</span>
}
