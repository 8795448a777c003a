import { type RefObject, useEffect, useRef, useState } from 'react'

/** The height of what stays at the top, so that the columns beside the form know where they begin when the page scrolls. */
export function useHeadHeight(): {
  readonly head: RefObject<HTMLDivElement | null>
  readonly height: number
} {
  const head = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(128)
  useEffect(() => {
    const element = head.current
    if (element === null) return
    const watch = new ResizeObserver(() => setHeight(element.offsetHeight))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { head, height }
}
