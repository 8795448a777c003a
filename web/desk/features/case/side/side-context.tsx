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
/** A panel of the page, or the one for a kind of record the playbook adds. */
export type SidePanelName = (typeof SIDE_PANELS)[number] | `record:${string}`

/** The panel in which a kind of record is written. */
export function panelOf(kind: string): SidePanelName {
  return SIDE_PANELS.find((panel) => panel === kind) ?? `record:${kind}`
}

/** The kind of record a panel writes; undefined for panels that write something else. */
export function kindOf(panel: SidePanelName): string | undefined {
  if (panel.startsWith('record:')) return panel.slice('record:'.length)
  return panel === 'note' || panel === 'contact' || panel === 'consultation' ? panel : undefined
}

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
