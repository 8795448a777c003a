import { createContext, useContext } from 'react'

/** The organisation's time zone; all faces show civil time of the organisation, not of the traveller. */
export const ZoneContext = createContext('Asia/Shanghai')

export function useZone(): string {
  return useContext(ZoneContext)
}
