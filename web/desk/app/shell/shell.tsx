import { CheatSheet, MeContext, useShortcut, ZoneContext } from '@yinuo/web-shared'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useMatches, useNavigate } from '@tanstack/react-router'
import { type ReactElement, Suspense, useState } from 'react'
import { LoadingPage } from '../pages/fallback-pages.tsx'
import { meQuery } from '../session.ts'
import { useTexts } from '../texts.ts'
import { BottomBar } from './bottom-bar.tsx'
import { ConnectionNote } from './connection-note.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { useLiveQueries } from './live-queries.ts'
import { Palette } from './palette.tsx'
import { SessionDialog } from './session-dialog.tsx'
import { Sidebar } from './sidebar.tsx'
import { useBusinessClock } from './use-business-clock.ts'

/** What stands around every page of the desk. */
export function Shell(): ReactElement {
  const { data: me } = useSuspenseQuery(meQuery)
  return (
    <MeContext value={me}>
      <ZoneContext value={me.organisation.timeZone}>
        <Frame demo={me.organisation.demo} mayRegister={me.duties.includes('record')} />
      </ZoneContext>
    </MeContext>
  )
}

function Frame({
  demo,
  mayRegister,
}: {
  readonly demo: boolean
  readonly mayRegister: boolean
}): ReactElement {
  const t = useTexts()
  const navigate = useNavigate()
  const [palette, setPalette] = useState(false)
  const live = useLiveQueries()
  const clock = useBusinessClock()
  const matches = useMatches()
  const folded = matches.some((match) => match.staticData.foldedSidebar === true)
  const bottomBar = !matches.some((match) => match.staticData.withoutBottomBar === true)
  useShortcut('Ctrl+K', () => setPalette(true), { label: t('palette.label') })
  useShortcut('Alt+N', () => void navigate({ to: '/intake' }), {
    label: t('register'),
    enabled: mayRegister,
  })

  const openPalette = (): void => setPalette(true)
  return (
    <div
      className={`desk-frame${folded ? ' desk-folded' : ''}${bottomBar ? ' desk-with-bottom' : ''}${demo ? ' desk-demo' : ''}`}
    >
      <a href="#page" className="desk-skip">
        {t('skip')}
      </a>
      {demo ? <DemoBanner clock={clock} /> : null}
      <Sidebar onPalette={openPalette} />
      <main id="page" className="desk-page" tabIndex={-1}>
        <ConnectionNote status={live} />
        <Suspense fallback={<LoadingPage />}>
          <Outlet />
        </Suspense>
      </main>
      {bottomBar ? <BottomBar onPalette={openPalette} /> : null}
      {palette ? <Palette onClose={() => setPalette(false)} /> : null}
      <CheatSheet />
      <SessionDialog />
    </div>
  )
}
