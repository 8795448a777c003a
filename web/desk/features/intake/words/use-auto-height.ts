import { type RefObject, useLayoutEffect, useRef } from 'react'

/** A textarea as high as its text; CSS `field-sizing` is younger than the browsers we meet. */
export function useAutoHeight(value: string): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const element = area.current
    if (element === null) return
    element.style.blockSize = 'auto'
    const border = element.offsetHeight - element.clientHeight
    element.style.blockSize = `${element.scrollHeight + border}px`
  }, [value])
  return area
}
