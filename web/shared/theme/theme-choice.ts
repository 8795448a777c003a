import { useSyncExternalStore } from 'react'

export const THEME_CHOICES = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'yinuo.theme'
const listeners = new Set<() => void>()

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(KEY, choice)
  applyTheme()
  for (const listener of listeners) listener()
}

/** Marks the document; call once before the first render, so that nothing flashes. */
export function applyTheme(): void {
  const choice = themeChoice()
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(watch, themeChoice)
}

/** Whether dark colours are in force, by choice or by the system. */
export function useDark(): boolean {
  return useSyncExternalStore(watch, isDark)
}

function systemDark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)')
}

function isDark(): boolean {
  const choice = themeChoice()
  return choice === 'system' ? systemDark().matches : choice === 'dark'
}

function watch(listener: () => void): () => void {
  const system = systemDark()
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}
