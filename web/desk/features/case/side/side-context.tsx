import { createContext, useContext } from 'react'

export const SIDE_PANELS = [
  'note',
  'contact',
  'reply',
  'consultation',
  'promise',
  'hand-over',
  'chased',
  'correct',
  'end',
  'attach',
] as const
export type SidePanelName = (typeof SIDE_PANELS)[number]

type Side = {
  readonly panel: SidePanelName | null
  readonly open: (panel: SidePanelName) => void
  readonly close: () => void
}

export const SideContext = createContext<Side>({
  panel: null,
  open: () => undefined,
  close: () => undefined,
})

/** The panel beside the form: one at a time, and never over the form one is working in. */
export function useSide(): Side {
  return useContext(SideContext)
}
