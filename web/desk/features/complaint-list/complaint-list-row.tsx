import type { ComplaintRow } from '@yinuo/contract'
import {
  ActionButton,
  Avatar,
  ClockCell,
  formatFen,
  formatWhen,
  RiskBars,
  StepCells,
  useMe,
  useVocabulary,
  useZone,
} from '@yinuo/web-shared'
import { type Channel, CHANNELS, PARTIES } from '@yinuo/domain'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ChannelIcon } from './channel-icon.tsx'
import { lossSoFar } from './daily-loss.ts'
import { useTexts } from './texts.ts'

/** One complaint: time left first; who and why; how far; whose; what it costs; what happened last. */
export function ComplaintListRow(props: {
  readonly row: ComplaintRow
  readonly now: number
  /** The row the keys work on: opens to its whole reason and shows its key. */
  readonly current: boolean
  readonly onOpen: () => void
}): ReactElement {
  const { row, now, current, onOpen } = props
  const t = useTexts()
  const v = useVocabulary()
  const { user } = useMe()
  const zone = useZone()
  const party = PARTIES.find((one) => one === row.party)
  const channel: Channel = CHANNELS.find((one) => one === row.channel) ?? 'phone'
  return (
    <>
      <div role="cell" className="complaint-cell-time-left">
        {row.next === null ? (
          <span className="complaint-meta">
            {row.closedAt === null
              ? t('row.no-clock')
              : t('row.closed', { when: formatWhen(row.closedAt, now, zone) })}
          </span>
        ) : (
          <ClockCell
            times={{ ...row.next, outcome: 'open' }}
            now={now}
            label={
              row.next.kind === 'promise'
                ? t('row.promise', { label: row.next.label })
                : row.next.label
            }
          />
        )}
      </div>
      <div role="cell" className="complaint-cell-customer">
        <p className="complaint-who">
          <Link to="/complaints/$id" params={{ id: row.id }} tabIndex={-1}>
            {row.customer}
          </Link>
          {party === undefined ? null : (
            <span className="complaint-meta">{v(`party.${party}`)}</span>
          )}
          <span className="complaint-risk-inline">
            <RiskBars risk={row.risk} />
          </span>
        </p>
        <p className="complaint-reason">{row.reason}</p>
      </div>
      <div role="cell" className="complaint-cell-number">
        <p className="y-unbroken">{row.number}</p>
        <p className="complaint-meta complaint-received">
          <ChannelIcon channel={channel} />
          {t('row.received', {
            channel: v(`channel.${channel}`),
            when: formatWhen(row.receivedAt, now, zone),
          })}
        </p>
      </div>
      <div role="cell" className="complaint-cell-step">
        <StepCells
          count={row.stepCount}
          current={row.closedAt === null ? row.stepIndex : row.stepCount}
          label={row.statusLabel}
        />
      </div>
      <div role="cell" className="complaint-cell-owner">
        <Avatar name={row.owner.name} self={row.owner.id === user.id} />
        <span>
          {row.owner.name}
          {row.waitingFor === '' ? null : (
            <span className="complaint-meta">{t('row.waiting', { who: row.waitingFor })}</span>
          )}
        </span>
      </div>
      <div role="cell" className="complaint-cell-risk">
        <RiskBars risk={row.risk} />
      </div>
      <div role="cell" className="complaint-cell-loss">
        <Loss row={row} now={now} />
      </div>
      <div role="cell" className="complaint-cell-activity">
        {current ? (
          <ActionButton size="small" keys="Alt+E" keysLabel={t('keys.open')} onPress={onOpen}>
            {t('row.open')}
          </ActionButton>
        ) : row.chasedAt === null ? (
          formatWhen(row.lastActivityAt, now, zone)
        ) : (
          <b>{t('row.chased', { when: formatWhen(row.chasedAt, now, zone) })}</b>
        )}
      </div>
    </>
  )
}

function Loss({ row, now }: { readonly row: ComplaintRow; readonly now: number }): ReactElement {
  const t = useTexts()
  const zone = useZone()
  const { dailyLossFen } = row
  if (dailyLossFen === null || dailyLossFen === 0)
    return <span className="complaint-meta">{t('row.none')}</span>
  const { days, fen } = lossSoFar({ ...row, dailyLossFen }, now, zone)
  return (
    <>
      <b>{formatFen(dailyLossFen)}</b>
      <p className="complaint-meta">{t('row.so-far', { days, amount: formatFen(fen) })}</p>
    </>
  )
}
