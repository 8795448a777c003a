import { Icon } from '@yinuo/web-shared'
import { X } from 'lucide-react'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'

/** In the place of a value: why the customer cannot provide it, in full, and the way back. */
export function UnavailableMark(props: {
  readonly id: string
  readonly reason: string
  readonly label: string
  readonly onClear: () => void
}): ReactElement {
  const t = useTexts()
  return (
    <span className="case-unavailable">
      <span>{t('unavailable.because', { reason: props.reason })}</span>
      <button
        id={props.id}
        type="button"
        className="case-unavailable-clear"
        aria-label={props.label}
        onClick={props.onClear}
      >
        <Icon of={X} size={14} />
      </button>
    </span>
  )
}
