import { ActionButton, ClockPane, clockState, useBusinessNow } from '@yinuo/web-shared'
import { type ReactElement, useState } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { ClockDetail } from './clock-detail.tsx'
import { ClockList } from './clock-list.tsx'
import { stripOrder } from './strip-order.ts'

/**
 * The clocks of the case, soonest first, in the columns of the page below. Late is red here and nowhere else. What does
 * not fit stands behind one pane with its count; a clock opens over the time line, never over the form (mocks 03, 04).
 */
export function ClockStrip(): ReactElement {
  const { view } = useCase()
  const t = useTexts()
  const now = useBusinessNow()
  const [opened, setOpened] = useState<string | null>(null)
  const [explaining, setExplaining] = useState(false)
  const all = stripOrder(view.commitments)
  const first = all[0]
  const lateFirst = first !== undefined && clockState(first, now).state === 'late'
  const places = lateFirst ? 3 : 4
  const shown = all.length > places ? all.slice(0, places - 1) : all
  const rest = all.slice(shown.length)
  const open = all.find((one) => one.id === opened)
  const toggle = (id: string): void => {
    setExplaining(false)
    setOpened((held) => (held === id ? null : id))
  }
  const close = (): void => setOpened(null)

  return (
    <section
      className={`case-strip${lateFirst ? ' case-strip-late' : ''}`}
      aria-label={t('strip.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      {shown.map((one) => (
        <div key={one.id} className="case-strip-pane">
          <ClockPane
            times={one}
            now={now}
            label={
              one.kind === 'promise' ? t('strip.promise', { content: one.content }) : one.label
            }
            open={one.id === opened}
            onOpen={() => toggle(one.id)}
          />
          {one.mayExplain && clockState(one, now).state === 'late' ? (
            <span className="case-strip-explain">
              <ActionButton
                look="link"
                size="small"
                onPress={() => {
                  setOpened(one.id)
                  setExplaining(true)
                }}
              >
                {t('explain.open')}
              </ActionButton>
              <span>{t('explain.stays')}</span>
            </span>
          ) : null}
        </div>
      ))}
      {rest.length === 0 ? null : (
        <div className="case-strip-pane">
          <button
            type="button"
            className={`y-clock-pane case-strip-more${opened === 'rest' ? ' y-clock-pane-open' : ''}`}
            aria-expanded={opened === 'rest'}
            onClick={() => toggle('rest')}
          >
            <span className="y-clock-pane-head">{t('strip.rest')}</span>
            <b>{t('strip.count', { count: rest.length })}</b>
          </button>
        </div>
      )}
      {open === undefined ? null : (
        <ClockDetail
          key={open.id}
          commitment={open}
          now={now}
          explaining={explaining}
          onClose={close}
        />
      )}
      {opened === 'rest' ? (
        <ClockList commitments={rest} now={now} onOpen={toggle} onClose={close} />
      ) : null}
    </section>
  )
}
