import { Icon } from '@yinuo/web-shared'
import { X } from 'lucide-react'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../texts.ts'

/** Lies over the time line from the strip down; takes the focus and gives it back to what opened it. */
export function ClockPopover(props: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly onClose: () => void
}): ReactElement {
  const t = useTexts()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    const element = box.current
    if (element !== null && !element.contains(opener)) element.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return (
    <section ref={box} tabIndex={-1} className="case-clock-popover" aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        {props.aside}
        <button
          type="button"
          className="y-icon-button"
          aria-label={t('side.close')}
          onClick={props.onClose}
        >
          <Icon of={X} />
        </button>
      </header>
      {props.children}
    </section>
  )
}
