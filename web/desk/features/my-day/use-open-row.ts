import { useShortcut } from '@yinuo/web-shared'
import { useState } from 'react'
import { useTexts } from './texts.ts'

export type OpenRow = {
  readonly openId: string | undefined
  /** Opened by key: the row takes the focus. */
  readonly byKey: boolean
  readonly open: (id: string) => void
}

/** Which row is open: the first until one is chosen; Alt J and K go on and back. A row that is gone gives its place to the next. */
export function useOpenRow(ids: readonly string[]): OpenRow {
  const t = useTexts()
  const [chosen, setChosen] = useState({ id: '', at: 0, byKey: false })
  const found = ids.indexOf(chosen.id)
  const at = found >= 0 ? found : Math.min(chosen.at, Math.max(0, ids.length - 1))
  const choose = (index: number, byKey: boolean): void => {
    const next = Math.min(ids.length - 1, Math.max(0, index))
    const id = ids[next]
    if (id !== undefined) setChosen({ id, at: next, byKey })
  }
  useShortcut('Alt+J', () => choose(at + 1, true), { label: t('keys.next') })
  useShortcut('Alt+K', () => choose(at - 1, true), { label: t('keys.previous') })
  return {
    openId: ids[at],
    byKey: chosen.byKey && found >= 0,
    open: (id) => choose(ids.indexOf(id), true),
  }
}
