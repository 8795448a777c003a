import { api, type DayItem } from '@yinuo/contract'
import {
  ActionButton,
  Chip,
  formatDue,
  formatWhen,
  messageOf,
  RefusalNote,
  useAct,
  useZone,
} from '@yinuo/web-shared'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactElement, useEffect, useRef } from 'react'
import { DayClock } from './day-clock.tsx'
import { targetOf, verbOf } from './day-target.ts'
import { NounMark } from './noun-mark.tsx'
import { useTexts } from './texts.ts'

type Props = {
  readonly item: DayItem
  readonly now: number
  readonly open: boolean
  /** The row was opened by key: it takes the focus and comes into view. */
  readonly focused: boolean
  readonly onOpen: () => void
}

/** One duty: time left, kind, what and whose, the one thing to do. The open row has its button and key. */
export function DayRow(props: Props): ReactElement {
  const { item, now, open, focused, onOpen } = props
  const t = useTexts()
  const verb = t(`action.${verbOf(item)}`)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!focused) return
    row.current?.focus({ preventScroll: true })
    row.current?.scrollIntoView({ block: 'nearest' })
  }, [focused])
  const late = item.missed || (item.dueAt !== null && Date.parse(item.dueAt) < now)
  return (
    <li
      ref={row}
      tabIndex={-1}
      className={`my-day-row${open ? ' my-day-row-open' : ''}`}
      aria-current={open || undefined}
    >
      <div className="my-day-line">
        <DayClock item={item} now={now} />
        <NounMark noun={item.noun} />
        <div className="my-day-what">
          {open ? (
            <h3>{item.title}</h3>
          ) : (
            <button type="button" aria-expanded={false} onClick={onOpen}>
              {item.title}
            </button>
          )}
          <p>{item.detail}</p>
        </div>
        {late && open ? (
          <Chip look="late">{t(item.noun === 'promise' ? 'row.missed' : 'row.overdue')}</Chip>
        ) : null}
        {open ? null : (
          <Link {...targetOf(item)} className="my-day-go">
            {verb}
          </Link>
        )}
      </div>
      {open ? <OpenRow item={item} now={now} verb={verb} late={late} /> : null}
    </li>
  )
}

function OpenRow(props: {
  readonly item: DayItem
  readonly now: number
  readonly verb: string
  readonly late: boolean
}): ReactElement {
  const { item, now, verb, late } = props
  const t = useTexts()
  const zone = useZone()
  const navigate = useNavigate()
  const facts = [
    item.openedAt === null ? '' : t('row.opened', { when: formatWhen(item.openedAt, now, zone) }),
    item.dueAt === null ? '' : t('row.limit', { due: formatDue(item.dueAt, now, zone) }),
  ].filter((fact) => fact !== '')
  return (
    <div className="my-day-more">
      <p className="my-day-facts">
        {facts.join('，')}
        {facts.length === 0 ? '' : '。'}
        {late ? t('row.missed.note') : ''}
      </p>
      <div className="my-day-actions">
        <ActionButton
          look="primary"
          keys="Alt+E"
          keysLabel={t('keys.act')}
          onPress={() => void navigate(targetOf(item))}
        >
          {verb}
        </ActionButton>
        {item.action === 'keep' ? <KeepPromise id={item.id} /> : null}
      </div>
    </div>
  )
}

/** The promise is kept already, by a call just made: said here, without the way over the case (PRM-01). */
function KeepPromise({ id }: { readonly id: string }): ReactElement {
  const t = useTexts()
  const keep = useAct(api.commitment.keepPromise)
  return (
    <>
      <ActionButton
        pending={keep.pending}
        onPress={() => void keep.run({ params: { id }, body: {} })}
      >
        {t('row.kept')}
      </ActionButton>
      {keep.refusal === null ? null : <RefusalNote unmet={keep.refusal.unmet} />}
      {keep.error === null || keep.refusal !== null ? null : (
        <p role="alert">{messageOf(keep.error)}</p>
      )}
    </>
  )
}
