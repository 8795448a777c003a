import { Chip } from '@yinuo/web-shared'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Part, type PartProps, Rule } from './part.tsx'
import { useTexts } from './texts.ts'

export function RemediesPart({ reading }: PartProps): ReactElement {
  const t = useTexts()
  return (
    <Part of="remedies">
      <ul className="playbook-fields">
        {reading.remedies.map((remedy) => (
          <li key={remedy.label}>
            <span>{remedy.label}</span>
            <span className="playbook-meta">
              <Chip>{t(remedy.isMaterial ? 'material' : 'immaterial')}</Chip>
              <Rule id={remedy.rule} />
              <span>{remedy.notes.join('；')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

export function EndingsPart({ reading }: PartProps): ReactElement {
  return (
    <Part of="endings">
      <ul className="playbook-fields">
        {reading.endings.map((ending) => (
          <li key={ending.label}>
            <span>{ending.label}</span>
            <span className="playbook-meta">
              <Rule id={ending.rule} />
              <span>{ending.notes.join('；')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

export function CardsPart({ reading }: PartProps): ReactElement {
  return (
    <Part of="cards">
      {reading.cards.map((card) => (
        <div key={card.title} className="playbook-entry">
          <h3>{card.title}</h3>
          <p className="playbook-meta">{card.when}</p>
          <ul className="playbook-points">
            {card.points.map((point) => (
              <li key={point.text}>
                {point.text}
                {point.done === '' ? null : <span className="playbook-meta">{point.done}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Part>
  )
}

export function PhrasesPart({ reading }: PartProps): ReactElement {
  const t = useTexts()
  const own = (
    <>
      {t('phrases.intro')}
      <Link to="/phrases">{t('phrases.own')}</Link>
    </>
  )
  return (
    <Part of="phrases" intro={own}>
      <ul className="playbook-gates">
        {reading.phrases.map((phrase) => (
          <li key={phrase.says.join()}>
            <span className="playbook-mark">
              <Chip look={phrase.level === 'block' ? 'accent' : 'plain'}>
                {t(`level.${phrase.level}`)}
              </Chip>
              <Rule id={phrase.rule} />
            </span>
            <div>
              <p>{phrase.says.join('；')}</p>
              {phrase.instead === '' ? null : (
                <p className="playbook-meta">{t('instead', { instead: phrase.instead })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Part>
  )
}
