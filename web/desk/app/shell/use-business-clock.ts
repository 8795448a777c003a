import { api, type OutputOf } from '@yinuo/contract'
import { setBusinessNow, useMe, useRead } from '@yinuo/web-shared'
import { useEffect } from 'react'

export type BusinessClock = OutputOf<typeof api.commitment.clock>

/** Asks for the business time at the start; afterwards responses and the live feed keep it. A stopped demo clock says so here. */
export function useBusinessClock(): BusinessClock | undefined {
  const me = useMe()
  const { data } = useRead(api.commitment.clock, {}, ['clock', 'list'], { refetchEveryMs: 60_000 })
  useEffect(() => {
    if (data === undefined) setBusinessNow(me.now)
    else setBusinessNow(data.now, data.frozen)
  }, [data, me.now])
  return data
}
