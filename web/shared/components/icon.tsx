import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'

/** One stroke and one size for all icons. Icons never speak: the word stands beside them. */
export function Icon({
  of: Shape,
  size = 16,
}: {
  readonly of: LucideIcon
  readonly size?: number
}): ReactElement {
  return <Shape size={size} strokeWidth={1.5} aria-hidden focusable="false" className="y-icon" />
}
