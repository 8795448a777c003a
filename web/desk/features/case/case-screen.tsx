import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCase } from './case-context.tsx'
import { CaseHeader } from './header/case-header.tsx'
import { CasePath } from './path/case-path.tsx'
import { EndingNote } from './path/ending-note.tsx'
import { CaseRail } from './rail/case-rail.tsx'
import { RecordList } from './records/record-list.tsx'
import { SideContext, type SidePanelName } from './side/side-context.tsx'
import { SidePanel } from './side/side-panel.tsx'
import { ClockStrip } from './strip/clock-strip.tsx'
import { useTexts } from './texts.ts'
import { TimeLine } from './time-line/time-line.tsx'
import { useHeadHeight } from './use-head-height.ts'

/** The page: head and clocks stay, the path is the middle, the time line and what one consults stand beside it. */
export function CaseScreen(): ReactElement {
  const { primary } = useCase()
  const t = useTexts()
  const [panel, setPanel] = useState<SidePanelName | null>(null)
  const [whole, setWhole] = useState(false)
  const opener = useRef<Element | null>(null)
  const { head, height } = useHeadHeight()
  const open = useCallback((name: SidePanelName) => {
    setPanel((held) => {
      if (held === null) opener.current = document.activeElement
      return name
    })
  }, [])
  const close = useCallback(() => setPanel(null), [])
  const side = useMemo(() => ({ panel, open, close }), [panel, open, close])

  useEffect(() => {
    if (panel !== null) return
    const before = opener.current
    opener.current = null
    if (before instanceof HTMLElement && before.isConnected) before.focus()
  }, [panel])

  // On a phone a decision stands alone, with its answers under the thumb (mock 06); the rest is one press away.
  const deciding = (primary === 'decide-plan' || primary === 'decide-ending') && !whole
  return (
    <SideContext value={side}>
      <div
        className={`case-page${deciding ? ' case-deciding' : ''}`}
        style={{ '--case-head': `${height}px` } as Record<string, string>}
      >
        <div className="case-head" ref={head}>
          <CaseHeader />
          <ClockStrip />
        </div>
        <div className="case-body">
          <div className="case-main">
            <EndingNote />
            <button type="button" className="y-link case-whole" onClick={() => setWhole(true)}>
              {t('head.whole')}
            </button>
            <CasePath />
            <RecordList />
          </div>
          <div className="case-side">
            <SidePanel />
            <TimeLine />
          </div>
          <aside className="case-rail y-rail" aria-label={t('rail.title')}>
            <CaseRail />
          </aside>
        </div>
      </div>
    </SideContext>
  )
}
