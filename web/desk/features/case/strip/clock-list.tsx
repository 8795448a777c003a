import type { CommitmentView } from '@yinuo/contract'
import { formatDue, StatusClock, useZone } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from '../texts.ts'
import { ClockPopover } from './clock-popover.tsx'

/** The clocks that found no pane of their own. */
export function ClockList(props: {
  readonly commitments: readonly CommitmentView[]
  readonly now: number
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}): ReactElement {
  const { commitments, now, onOpen, onClose } = props
  const t = useTexts()
  const zone = useZone()
  return (
    <ClockPopover title={t('strip.rest')} onClose={onClose}>
      <ul className="case-clock-list">
        {commitments.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onOpen(one.id)}>
              <span>{one.kind === 'promise' ? one.content : one.label}</span>
              <StatusClock times={one} now={now} size="meta" />
              <span className="case-meta">{formatDue(one.dueAt, now, zone)}</span>
            </button>
          </li>
        ))}
      </ul>
    </ClockPopover>
  )
}
