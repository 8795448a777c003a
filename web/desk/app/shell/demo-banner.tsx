import { api } from '@yinuo/contract'
import { businessNow, setBusinessNow, useAct, useMay } from '@yinuo/web-shared'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import type { BusinessClock } from './use-business-clock.ts'

const MINUTE = 60_000
const JUMPS = [
  { ms: 10 * MINUTE, text: 'demo.minutes', count: 10 },
  { ms: 60 * MINUTE, text: 'demo.hours', count: 1 },
  { ms: 24 * 60 * MINUTE, text: 'demo.hours', count: 24 },
] as const

/** Says on every page that nothing here is real; the administrator may let the demonstration's time run ahead (SYS-05). */
export function DemoBanner({ clock }: { readonly clock: BusinessClock | undefined }): ReactElement {
  const t = useTexts()
  const may = useMay('administer')
  const client = useQueryClient()
  const move = useAct(api.commitment.moveClock, {
    onDone: (moved) => {
      setBusinessNow(moved.now, { frozen: moved.frozen })
      void client.invalidateQueries()
    },
  })
  const jump = (ms: number): void => {
    void move.run({ body: { now: new Date(businessNow() + ms).toISOString() } })
  }
  return (
    <section className="y-demo-banner desk-demo-banner" aria-label={t('demo.label')}>
      <span>{t('demo.banner')}</span>
      {may && clock?.movable === true ? (
        <span className="desk-demo-move">
          {t('demo.move')}
          {JUMPS.map(({ ms, text, count }) => (
            <button key={ms} type="button" className="y-link" onClick={() => jump(ms)}>
              {t(text, { count })}
            </button>
          ))}
          <button
            type="button"
            className="y-link"
            onClick={() => void move.run({ body: { now: null } })}
          >
            {t('demo.real')}
          </button>
        </span>
      ) : null}
    </section>
  )
}
