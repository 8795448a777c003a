import type { Me } from '@yinuo/contract'
import { createContext, useContext } from 'react'

/** Who is logged in; the shell provides it. */
export const MeContext = createContext<Me | null>(null)

/** The logged-in person. Throws outside the shell: the login pages have nobody. */
export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('useMe stands outside the shell')
  return me
}

/** Whether the posts one holds today grant a duty (ROLE-22). What may be done to one thing, its own view says. */
export function useMay(duty: Me['duties'][number]): boolean {
  return useMe().duties.includes(duty)
}
