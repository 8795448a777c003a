import { gatherChanges, type LiveStatus, liveUrl, openLive } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** Keeps the live feed open while somebody is logged in and lets it refresh what is on screen. */
export function useLiveQueries(): LiveStatus {
  const client = useQueryClient()
  const [status, setStatus] = useState<LiveStatus>('connecting')
  useEffect(() => {
    const { add, stop } = gatherChanges(client)
    const close = openLive(liveUrl(), {
      onChange: add,
      onReconnect: () => void client.invalidateQueries(),
      onStatus: setStatus,
    })
    return () => {
      close()
      stop()
    }
  }, [client])
  return status
}
