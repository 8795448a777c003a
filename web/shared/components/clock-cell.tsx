import type { ReactElement, ReactNode } from 'react'
import { clockState, type ClockTimes } from '../time/clock-state.ts'
import { formatDue } from '../time/format-due.ts'
import { useZone } from '../time/zone.ts'
import { Fuse } from './fuse.tsx'
import { StatusClock } from './status-clock.tsx'

type Props = {
  readonly times: ClockTimes
  readonly now: number
  /** Which clock it is: the figure never stands alone. In rows the due time stands here when there is no label. */
  readonly label?: ReactNode
}

/** Two lines for a list row: time left, then which clock or when it is due, with the fuse. */
export function ClockCell({ times, now, label }: Props): ReactElement {
  const reading = clockState(times, now)
  const zone = useZone()
  return (
    <div className="y-clock-cell">
      <StatusClock times={times} now={now} />
      <div className="y-clock-cell-meta">
        <span title={formatDue(times.dueAt, now, zone)}>
          {label ?? formatDue(times.dueAt, now, zone)}
        </span>
        <Fuse state={reading.state} left={reading.fuse} />
      </div>
    </div>
  )
}

/** One clock of the case's strip: label and due above, the figure, a wide fuse. A button when `onOpen` shows the reckoning. */
export function ClockPane(
  props: Props & { readonly open?: boolean; readonly onOpen?: () => void },
): ReactElement {
  const { times, now, label, open = false, onOpen } = props
  const reading = clockState(times, now)
  const zone = useZone()
  const late = reading.state === 'late'
  const body = (
    <>
      <span className="y-clock-pane-head">
        <span className="y-clock-pane-label">{label}</span>
        <span>{reading.state === 'done' ? '' : formatDue(times.dueAt, now, zone)}</span>
      </span>
      <StatusClock
        times={times}
        now={now}
        size={late ? 'large' : reading.state === 'done' ? 'meta' : 'strip'}
        withSeconds={late}
      />
      {late ? null : <Fuse state={reading.state} left={reading.fuse} wide />}
    </>
  )
  const className = `y-clock-pane y-clock-pane-${reading.state}${open ? ' y-clock-pane-open' : ''}`
  if (onOpen === undefined) return <div className={className}>{body}</div>
  return (
    <button type="button" className={className} aria-expanded={open} onClick={onOpen}>
      {body}
    </button>
  )
}
