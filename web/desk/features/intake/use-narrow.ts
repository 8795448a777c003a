import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 1280px)'

/** Below 1280 px there is no third column: who was found stands under the search. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, matches, matches)
}

function watch(listener: () => void): () => void {
  const media = window.matchMedia(NARROW)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

function matches(): boolean {
  return window.matchMedia(NARROW).matches
}
