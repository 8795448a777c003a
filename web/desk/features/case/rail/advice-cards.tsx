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
  const { now, others } = cardsOfStep(playbook.cards, view.step, view.moods.at(-1)?.mood)
  const cardOf = (key: string): readonly Card[] => {
    const card = playbook.cards[key]
    return card === undefined ? [] : [card]
  }
  return (
    <section aria-label={t('rail.advice')}>
      {now.flatMap(cardOf).map((card) => (
        <AdviceCard key={card.title} card={card} />
      ))}
      {others.length === 0 ? null : (
        <details className="case-more">
          <summary>{t('rail.more-advice', { count: others.length })}</summary>
          {others.flatMap(cardOf).map((card) => (
            <AdviceCard key={card.title} card={card} />
          ))}
        </details>
      )}
    </section>
  )
}

function AdviceCard({ card }: { readonly card: Card }): ReactElement {
  return (
    <div className="case-advice">
      <h3>{card.title}</h3>
      <ol>
        {card.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
    </div>
  )
}
