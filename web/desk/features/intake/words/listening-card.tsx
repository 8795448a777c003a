import type { PlaybookView } from '@yinuo/contract'
import { ActionButton, businessNow, formatWhen, Icon, useZone } from '@yinuo/web-shared'
import { Ear } from 'lucide-react'
import type { ReactElement } from 'react'
import { finishSpeaking } from '../draft/content.ts'
import type { Draft } from '../draft/use-draft.ts'
import { useTexts } from '../texts.ts'
import { formatRunning } from './format-running.ts'

/** While the customer speaks: how long, and how to listen; Alt G when he has finished (GDE-06). */
export function ListeningCard(props: {
  readonly draft: Draft
  readonly cards: PlaybookView['cards'] | undefined
  readonly now: number
  /** Begun on an earlier screen: nobody knows whether the customer still speaks. */
  readonly takenUp: boolean
}): ReactElement {
  const { draft, cards, now, takenUp } = props
  const { content, change, startedAt } = draft
  const t = useTexts()
  const zone = useZone()
  const finishedAt = content.finishedSpeakingAt
  const span =
    startedAt === null
      ? ''
      : formatRunning(
          (finishedAt ?? null) === null ? now - ms(startedAt) : ms(finishedAt) - ms(startedAt),
        )
  const upset = ['angry', 'furious'].includes(content.moods.at(-1)?.mood ?? '')
  const card =
    finishedAt === null ? cards?.['listening'] : upset ? cards?.['calm-reply'] : undefined
  return (
    <section className={`intake-listening${finishedAt === null ? '' : ' intake-listening-done'}`}>
      <Icon of={Ear} size={20} />
      <div>
        <h2>
          {startedAt === null
            ? t('speaking.wait')
            : finishedAt === null && takenUp
              ? t('head.received', { time: formatWhen(startedAt, now, zone) })
              : t(finishedAt === null ? 'speaking.still' : 'speaking.done', { span })}
        </h2>
        {card === undefined ? null : <p>{card.points.join('；')}。</p>}
      </div>
      {startedAt === null ? null : finishedAt === null ? (
        <ActionButton
          keys="Alt+G"
          onPress={() => change((current) => finishSpeaking(current, businessNow()))}
        >
          {t('speaking.finish')}
        </ActionButton>
      ) : (
        <ActionButton
          look="link"
          onPress={() => change((current) => finishSpeaking(current, null))}
        >
          {t('speaking.again')}
        </ActionButton>
      )}
    </section>
  )
}

function ms(instant: string | null): number {
  return instant === null ? 0 : Date.parse(instant)
}
