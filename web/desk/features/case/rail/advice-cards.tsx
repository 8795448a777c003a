import type { PlaybookView } from '@yinuo/contract'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { cardsOfStep } from './cards-of-step.ts'

type Card = PlaybookView['cards'][string]

/** The advice of the playbook for this step; the rest of the cards one press away. */
export function AdviceCards(): ReactElement | null {
  const { view, playbook } = useCase()
  const t = useTexts()
  if (view.closedAt !== null) return null
  const { now, others } = cardsOfStep(playbook.cards, view.step, view.mood)
  const cardOf = (key: string): readonly ReactElement[] => {
    const card = playbook.cards[key]
    if (card === undefined) return []
    return [<AdviceCard key={key} card={card} ticks={view.cardTicks[key] ?? []} />]
  }
  return (
    <section aria-label={t('rail.advice')}>
      {now.flatMap(cardOf)}
      {others.length === 0 ? null : (
        <details className="case-more">
          <summary>{t('rail.more-advice', { count: others.length })}</summary>
          {others.flatMap(cardOf)}
        </details>
      )}
    </section>
  )
}

/** A card; points that the case can fulfil say whether it has (GDE-02). */
function AdviceCard(props: {
  readonly card: Card
  readonly ticks: readonly (boolean | null)[]
}): ReactElement {
  const { card, ticks } = props
  const t = useTexts()
  return (
    <div className="case-advice">
      <h3>{card.title}</h3>
      <ol>
        {card.points.map((point, index) => {
          const ticked = ticks[index] ?? null
          return (
            <li key={point} className={ticked === true ? 'case-advice-done' : ''}>
              {point}
              {ticked === null ? null : <small>{t(ticked ? 'card.done' : 'card.open')}</small>}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
