import type { api, OutputOf } from '@yinuo/contract'
import { formatSpan } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

/** 我在等: what others owe me, longest first. */
export function WaitingRail(props: {
  readonly waiting: OutputOf<typeof api.commitment.myDay>['waiting']
  readonly now: number
}): ReactElement {
  const { waiting, now } = props
  const t = useTexts()
  return (
    <section aria-labelledby="my-day-waiting">
      <div className="my-day-rail-head">
        <h2 id="my-day-waiting">{t('waiting.title')}</h2>
        <span>{t('waiting.hint')}</span>
      </div>
      {waiting.length === 0 ? (
        <p className="my-day-rail-note">{t('waiting.none')}</p>
      ) : (
        <ul className="my-day-waiting">
          {waiting.map((one) => (
            <li key={`${one.complaintId} ${one.title}`}>
              <Link to="/complaints/$id" params={{ id: one.complaintId }}>
                {one.title}
              </Link>
              <span className="y-unbroken">
                {t('waiting.since', { span: formatSpan(Math.max(0, now - Date.parse(one.since))) })}
              </span>
              <p>{one.detail}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
