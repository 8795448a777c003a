import { useMe } from '@yinuo/web-shared'
import { useState } from 'react'
import type { Receivers } from './receivers.ts'

/** Whom to hand over to: the one chosen; else whom this person chose last on this device; else the only one there is. */
export function useReceiver(receivers: Receivers): readonly [string, (id: string) => void] {
  const { user } = useMe()
  const key = `yinuo.intake-receiver.${user.id}`
  const [chosen, setChosen] = useState<string | null>(() => localStorage.getItem(key))
  const ids = receivers.people.map((person) => person.id)
  const only = ids.length === 1 ? (ids[0] ?? '') : ''
  const value = chosen !== null && ids.includes(chosen) ? chosen : only
  const choose = (id: string): void => {
    setChosen(id)
    localStorage.setItem(key, id)
  }
  return [value, choose]
}
