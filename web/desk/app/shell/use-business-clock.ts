import { api, type OutputOf } from '@yinuo/contract'
import { businessNow, setBusinessNow, useRead } from '@yinuo/web-shared'
import { useEffect } from 'react'

export type BusinessClock = OutputOf<typeof api.commitment.clock>

const FRESH_MS = 1000

/** Whether a demonstration's clock may be moved or stands still; the time itself comes with every answer of the server. */
export function useBusinessClock(): BusinessClock | undefined {
  const { data, dataUpdatedAt } = useRead(api.commitment.clock, {}, ['clock', 'list'], {
    refetchEveryMs: 60_000,
  })
  useEffect(() => {
    if (data === undefined) return
    const ageMs = Math.max(0, Date.now() - dataUpdatedAt)
    // A running clock's reading may come from the cache; an old one only says that it runs.
    if (data.frozen || ageMs < FRESH_MS) setBusinessNow(data.now, { frozen: data.frozen, ageMs })
    else setBusinessNow(businessNow(), { frozen: false })
  }, [data, dataUpdatedAt])
  return data
}
