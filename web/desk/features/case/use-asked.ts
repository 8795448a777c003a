import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * Empty fields are named only once somebody has tried; then the first of them takes the cursor. Put `box` around the
 * fields and call `ask` instead of sending.
 */
export function useAsked<Box extends HTMLElement>(): {
  readonly box: RefObject<Box | null>
  readonly asked: boolean
  readonly ask: () => void
} {
  const box = useRef<Box>(null)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (times === 0) return
    const place = box.current
      ?.querySelector('.y-field-complaint:not(:empty)')
      ?.closest('.y-field, fieldset')
    place?.querySelector<HTMLElement>('input, textarea, select, button[tabindex="0"]')?.focus()
  }, [times])
  return { box, asked: times > 0, ask: () => setTimes((held) => held + 1) }
}
