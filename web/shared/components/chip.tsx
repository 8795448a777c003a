import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** A fact that changes what one does. `late` only for late, broken or blocked; `missing` has a dashed border. */
export function Chip(props: {
  readonly children: ReactNode
  readonly look?: 'plain' | 'missing' | 'accent' | 'late'
  readonly icon?: LucideIcon
}): ReactElement {
  return (
    <span className={`y-chip y-chip-${props.look ?? 'plain'}`}>
      {props.icon === undefined ? null : <Icon of={props.icon} size={14} />}
      {props.children}
    </span>
  )
}
