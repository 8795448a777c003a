import { api, type OutputOf } from '@yinuo/contract'
import { businessNow, setBusinessNow, useRead } from '@yinuo/web-shared'
import { useEffect } from 'react'

export type BusinessClock = OutputOf<typeof api.commitment.clock>

/** Whether a demonstration's clock may be moved or stands still; the time itself comes with every answer of the server. */
export function useBusinessClock(): BusinessClock | undefined {
  const { data } = useRead(api.commitment.clock, {}, ['clock', 'list'], { refetchEveryMs: 60_000 })
  useEffect(() => {
    if (data === undefined) return
    // A running clock's reading may come from the cache; only a stopped one is still true then.
    if (data.frozen) setBusinessNow(data.now, { frozen: true })
    else setBusinessNow(businessNow(), { frozen: false })
  }, [data])
  return data
}
