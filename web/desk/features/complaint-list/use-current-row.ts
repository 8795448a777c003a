import { useShortcut } from '@yinuo/web-shared'
import { useState } from 'react'
import { useTexts } from './texts.ts'

export type CurrentRow = {
  readonly id: string | undefined
  readonly index: number
  /** Chosen by key: the row takes the focus and comes into view. */
  readonly byKey: boolean
  readonly choose: (id: string) => void
  readonly move: (step: 1 | -1) => void
}

/** The row the keys work on: Alt J, Alt K. When it leaves the list its place is kept. */
export function useCurrentRow(ids: readonly string[]): CurrentRow {
  const t = useTexts()
  const [chosen, setChosen] = useState({ id: '', index: 0, byKey: false })
  const found = ids.indexOf(chosen.id)
  const index = found >= 0 ? found : Math.min(chosen.index, ids.length - 1)
  const move = (step: 1 | -1): void => {
    // The first press takes the row already marked, so that nobody skips the most urgent one.
    const next = chosen.id === '' ? 0 : Math.min(ids.length - 1, Math.max(0, index + step))
    const id = ids[next]
    if (id !== undefined) setChosen({ id, index: next, byKey: true })
  }
  useShortcut('Alt+J', () => move(1), { label: t('keys.next') })
  useShortcut('Alt+K', () => move(-1), { label: t('keys.previous') })
  return {
    id: ids[index],
    index,
    byKey: chosen.byKey,
    choose: (id) => {
      if (id !== chosen.id) setChosen({ id, index: ids.indexOf(id), byKey: false })
    },
    move,
  }
}
