import { type RefObject, useEffect, useState } from 'react'
import { settleRows } from './settle-rows.ts'

export type SettledList<Row> = {
  readonly rows: readonly Row[]
  /** `n 件有变`: what would come, go or move; 0 while nobody points at the list. */
  readonly changed: number
  /** Takes the fresh order now. */
  readonly take: () => void
}

/**
 * The rows of a live list: in fresh order while pointer and focus are elsewhere, otherwise standing still with a count of
 * what changed. `view` says which list it is: another view or filter is taken at once.
 */
export function useSettledRows<Row extends { readonly id: string }>(
  list: RefObject<HTMLElement | null>,
  fresh: readonly Row[],
  view: string,
): SettledList<Row> {
  const busy = useAttended(list)
  const [shown, setShown] = useState({ rows: fresh, view })
  const settled =
    busy && shown.view === view ? settleRows(shown.rows, fresh) : { rows: fresh, changed: 0 }
  if (shown.view !== view || !sameRows(shown.rows, settled.rows))
    setShown({ rows: settled.rows, view })
  return { ...settled, take: () => setShown({ rows: fresh, view }) }
}

/** Whether the pointer is over the list or the focus in it. */
function useAttended(list: RefObject<HTMLElement | null>): boolean {
  const [attended, setAttended] = useState(false)
  useEffect(() => {
    const element = list.current
    if (element === null) return
    // A finger leaves `:hover` behind where it last touched: that is no pointer.
    const pointers = window.matchMedia('(hover: hover)')
    const judge = (): void =>
      setAttended(
        (pointers.matches && element.matches(':hover')) || element.contains(document.activeElement),
      )
    // Focus has moved on only after the event.
    const judgeSoon = (): void => void setTimeout(judge)
    element.addEventListener('pointerenter', judge)
    element.addEventListener('pointerleave', judge)
    element.addEventListener('focusin', judge)
    element.addEventListener('focusout', judgeSoon)
    return () => {
      element.removeEventListener('pointerenter', judge)
      element.removeEventListener('pointerleave', judge)
      element.removeEventListener('focusin', judge)
      element.removeEventListener('focusout', judgeSoon)
    }
  }, [list])
  return attended
}

function sameRows<Row>(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index])
}
