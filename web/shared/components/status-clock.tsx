import {
  CircleCheck,
  CirclePause,
  CircleSlash2,
  Clock,
  Hourglass,
  type LucideIcon,
  OctagonAlert,
} from 'lucide-react'
import type { ReactElement } from 'react'
import { useSharedTexts } from '../i18n/shared-texts.ts'
import { type ClockReading, clockState, type ClockTimes } from '../time/clock-state.ts'
import { formatDue } from '../time/format-due.ts'
import { formatLeft, formatSpan } from '../time/format-left.ts'
import { useZone } from '../time/zone.ts'
import { Icon } from './icon.tsx'

const ICONS: Readonly<Record<ClockReading['word'], LucideIcon>> = {
  left: Clock,
  opens: Clock,
  over: OctagonAlert,
  done: CircleCheck,
  'done-late': CircleCheck,
  paused: CirclePause,
  rescheduled: CircleSlash2,
  void: CircleSlash2,
}

type Props = {
  readonly times: ClockTimes
  /** Business time from `useBusinessNow()`, epoch milliseconds. */
  readonly now: number
  /** row 15, strip 16, late strip 20; meta 13 for rails. */
  readonly size?: 'meta' | 'row' | 'strip' | 'large'
  readonly withSeconds?: boolean
  /** Whom a paused clock waits for. */
  readonly pausedFor?: string
}

/** Icon, word and time left in the one colour of the state, the same everywhere (CLK-21). Text and figures do not move the layout. */
export function StatusClock(props: Props): ReactElement {
  const { times, now, size = 'row', withSeconds = false, pausedFor = '' } = props
  const reading = clockState(times, now)
  const t = useSharedTexts()
  const zone = useZone()
  const shape = reading.state === 'soon' ? Hourglass : ICONS[reading.word]
  return (
    <span className={`y-clock y-clock-${reading.state} y-clock-${size}`}>
      <Icon of={shape} size={size === 'meta' ? 14 : size === 'large' ? 20 : 16} />
      <span>
        {reading.state === 'done' ? null : (
          <span className="y-spoken">{t(`clock.state.${reading.state}`)}：</span>
        )}
        {words()}
      </span>
    </span>
  )

  function words(): string {
    switch (reading.word) {
      case 'left':
      case 'over':
        return formatLeft(reading.leftMs, withSeconds)
      case 'opens':
        return t('clock.opens', { time: formatDue(times.openedAt, now, zone, false) })
      case 'done':
        return `${t('clock.done')}，${t('clock.used', { span: formatSpan(reading.usedMs) })}`
      case 'done-late':
        return `${t('clock.done')}，${t('clock.late', { span: formatSpan(Math.max(0, -reading.leftMs)) })}`
      case 'paused':
        return `${t('clock.paused')} ${formatSpan(reading.leftMs)}${pausedFor === '' ? '' : `，${pausedFor}`}`
      case 'rescheduled':
        return t('clock.rescheduled')
      case 'void':
        return t('clock.void')
    }
  }
}
