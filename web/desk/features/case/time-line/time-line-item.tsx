import type { TimelineEntry } from '@yinuo/contract'
import { formatTime, Icon, useZone } from '@yinuo/web-shared'
import {
  BadgeCheck,
  Ban,
  BellRing,
  type LucideIcon,
  MessageSquareQuote,
  PencilLine,
} from 'lucide-react'
import { memo, type ReactElement, useState } from 'react'
import type { Sentence, TimeLineKind } from './sentences.ts'
import { useTimeLineTexts } from './time-line-texts.ts'

const ICONS: Readonly<Record<TimeLineKind, LucideIcon>> = {
  customer: MessageSquareQuote,
  work: PencilLine,
  decision: BadgeCheck,
  time: BellRing,
  refused: Ban,
}
const LONG = 120

/** Who, when, what; words in full behind one press when they are long. Redrawn only when it changes: two hundred stand here. */
export const TimeLineItem = memo(function TimeLineItem(props: {
  readonly entry: TimelineEntry
  readonly sentence: Sentence
  /** Heads the first entry of a day. */
  readonly day?: string
}): ReactElement {
  const { entry, sentence, day } = props
  const t = useTimeLineTexts()
  const zone = useZone()
  const [whole, setWhole] = useState(false)
  const long = [...sentence.detail].length > LONG
  return (
    <li
      className={`case-event case-event-${sentence.kind}${sentence.quiet ? ' case-event-quiet' : ''}`}
    >
      {day === undefined ? null : <h3>{day}</h3>}
      <div>
        <time dateTime={entry.at}>{formatTime(entry.at, zone)}</time>
        <span className="case-event-mark">
          <Icon of={ICONS[sentence.kind]} size={14} />
        </span>
        <div>
          <p className="case-event-head">
            {sentence.quiet ? '' : `${entry.by?.name ?? t('system')}，`}
            <WholeDates text={sentence.what} />
          </p>
          {sentence.detail === '' ? null : (
            <p
              className={`case-event-detail y-words${long && !whole ? ' case-event-clamped' : ''}`}
            >
              {sentence.detail}
            </p>
          )}
          {long ? (
            <button
              type="button"
              className="y-link"
              aria-expanded={whole}
              onClick={() => setWhole((held) => !held)}
            >
              {t(whole ? 'less-text' : 'more-text')}
            </button>
          ) : null}
        </div>
      </div>
    </li>
  )
})

const DATE = /((?:\d{4}-)?\d{2}-\d{2}(?: \d{2}:\d{2})?|(?:今天|明天|昨天) \d{2}:\d{2})/

/** A date in a narrow column stays in one piece. */
function WholeDates({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(DATE).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <span key={at} className="y-unbroken">
            {part}
          </span>
        ),
      )}
    </>
  )
}
