import type { CommitmentView } from '@yinuo/contract'
import {
  ActionButton,
  clockState,
  formatDue,
  formatWhen,
  StatusClock,
  useZone,
} from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { KeepPromise } from '../rail/keep-promise.tsx'
import { useSide } from '../side/side-context.tsx'
import { isAllowed } from '../option.ts'
import { useTexts } from '../texts.ts'
import { ClockPopover } from './clock-popover.tsx'
import { ExplainForm } from './explain-form.tsx'

/** The reckoning behind a clock: opened, warned, due, met; by which rule of which playbook version; whose; explanations (CLK-21). */
export function ClockDetail(props: {
  readonly commitment: CommitmentView
  readonly now: number
  readonly explaining: boolean
  readonly onClose: () => void
}): ReactElement {
  const { commitment: one, now, explaining, onClose } = props
  const { view, playbook } = useCase()
  const t = useTexts()
  const zone = useZone()
  const side = useSide()
  const moments = [
    { at: one.openedAt, label: t('clock.opened') },
    ...(one.warnAt === null ? [] : [{ at: one.warnAt, label: t('clock.warn') }]),
    { at: one.dueAt, label: t('clock.due'), due: true },
    ...(one.metAt === null ? [] : [{ at: one.metAt, label: t('clock.met') }]),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const late = clockState(one, now).state === 'late' || one.missedAt !== null
  return (
    <ClockPopover
      title={one.kind === 'promise' ? t('clock.promise') : t('clock.how', { label: one.label })}
      aside={<StatusClock times={one} now={now} size="meta" />}
      onClose={onClose}
    >
      {one.content === '' ? null : <p className="y-words">{one.content}</p>}
      <ol className="case-moments">
        {moments.map((moment) => (
          <li key={moment.label} className={'due' in moment ? 'case-moment-due' : ''}>
            <time dateTime={moment.at}>
              {'due' in moment ? formatDue(moment.at, now, zone) : formatWhen(moment.at, now, zone)}
            </time>
            <span>{moment.label}</span>
          </li>
        ))}
      </ol>
      <dl className="y-facts">
        <dt>{t('clock.owner')}</dt>
        <dd>{one.owner?.name ?? t('clock.leaders')}</dd>
        {one.toWhom === '' ? null : (
          <>
            <dt>{t('clock.to')}</dt>
            <dd>{one.toWhom}</dd>
          </>
        )}
        <dt>{t('clock.rule')}</dt>
        <dd>
          {one.kind === 'promise'
            ? t('clock.by-mouth')
            : t('clock.basis', {
                playbook: playbook.shortLabel,
                version: view.playbook.version,
                rule: one.rule,
              })}
        </dd>
      </dl>
      {one.explanations.map((explanation) => (
        <p key={explanation.at} className="case-quote y-words">
          {explanation.text}
          <small>
            {explanation.by.name} {formatWhen(explanation.at, now, zone)}
          </small>
        </p>
      ))}
      <div className="case-actions">
        <KeepPromise commitment={one} />
        {one.kind === 'deadline' &&
        one.outcome === 'open' &&
        isAllowed(view, 'reply') &&
        one.rule === 'CLK-07' ? (
          <ActionButton
            size="small"
            onPress={() => {
              onClose()
              side.open('reply')
            }}
          >
            {t('reply.do')}
          </ActionButton>
        ) : null}
      </div>
      {one.mayExplain && late ? <ExplainForm id={one.id} focused={explaining} /> : null}
    </ClockPopover>
  )
}
