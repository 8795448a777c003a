import { useNavigate } from '@tanstack/react-router'
import { businessNow, newActionKey, useMe } from '@yinuo/web-shared'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { deviceDrafts, type DeviceDrafts } from './device-drafts.ts'
import { DraftKeeper, type Snapshot } from './draft-keeper.ts'
import { saveWhileLeaving } from './leave-save.ts'
import { serverDrafts } from './server-drafts.ts'

export type Draft = Snapshot & {
  readonly keeper: DraftKeeper
  readonly change: DraftKeeper['change']
}

export function useDeviceDrafts(): DeviceDrafts {
  const { user } = useMe()
  return useMemo(() => deviceDrafts(user.id, localStorage), [user.id])
}

/** One keeper for as long as the draft is on screen; saves on blur, when the page is hidden or closed, and when the line is back. */
export function useDraft(known: ConstructorParameters<typeof DraftKeeper>[0]): Draft {
  const device = useDeviceDrafts()
  const [keeper] = useState(
    () =>
      new DraftKeeper(known, {
        server: serverDrafts,
        device,
        now: businessNow,
        newKey: newActionKey,
        later: (run, ms) => {
          const timer = setTimeout(run, ms)
          return () => clearTimeout(timer)
        },
      }),
  )
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot)
  useSavedOnLeaving(keeper)
  useOwnAddress(keeper.id, snapshot.startedAt !== null)
  return { ...snapshot, keeper, change: keeper.change }
}

function useSavedOnLeaving(keeper: DraftKeeper): void {
  useEffect(() => {
    // What stands in the way is shown; asking again on every blur would only be noise.
    const flush = (): void => {
      if (keeper.getSnapshot().hindrance === null) void keeper.flush()
    }
    const leave = (): void => {
      if (document.visibilityState === 'hidden') saveWhileLeaving(keeper)
    }
    const close = (): void => saveWhileLeaving(keeper)
    window.addEventListener('blur', flush)
    window.addEventListener('online', keeper.retry)
    window.addEventListener('pagehide', close)
    document.addEventListener('visibilitychange', leave)
    document.addEventListener('focusout', flush)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('online', keeper.retry)
      window.removeEventListener('pagehide', close)
      document.removeEventListener('visibilitychange', leave)
      document.removeEventListener('focusout', flush)
      flush()
    }
  }, [keeper])
}

/** From the first keystroke the draft is in the address, so that a reload finds it. */
function useOwnAddress(id: string, started: boolean): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (started) void navigate({ to: '/intake', search: { draft: id }, replace: true })
  }, [navigate, id, started])
}
