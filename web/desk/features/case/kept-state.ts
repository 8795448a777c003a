import { useCallback, useEffect, useState } from 'react'

/**
 * State that survives a reload, a crash and a lost session in this browser until it is let go: what was typed is never
 * lost before the server has it. Null is nothing to keep.
 */
export function useKept<Value>(
  key: string,
  initial: Value,
): readonly [
  value: Value,
  change: (change: Value | ((held: Value) => Value)) => void,
  /** Begins anew: what was typed has been used up. */
  letGo: () => void,
] {
  const [value, setValue] = useState<Value>(() => readKept<Value>(key) ?? initial)
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (!touched) return
    if (value === null) forget(key)
    else keep(key, value)
  }, [key, touched, value])
  const change = useCallback((next: Value | ((held: Value) => Value)) => {
    setTouched(true)
    setValue(next)
  }, [])
  const letGo = useCallback(() => {
    setTouched(false)
    setValue(initial)
    forget(key)
    // oxlint-disable-next-line react/exhaustive-deps -- the first value is the one to go back to
  }, [key])
  return [value, change, letGo]
}

export function readKept<Value>(key: string): Value | undefined {
  try {
    const text = localStorage.getItem(keyOf(key))
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined
  }
}

export function keep(key: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(key), JSON.stringify(value))
  } catch {
    // A full or forbidden store costs the copy on this machine only; the text is still on the screen.
  }
}

export function forget(key: string): void {
  localStorage.removeItem(keyOf(key))
}

function keyOf(key: string): string {
  return `yinuo.case.${key}`
}
