import { Chip } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { Part, type PartProps, Rule } from './part.tsx'
import { useTexts } from './texts.ts'

/** Every gate as one sentence, with how strong it is and who can meet it; and what the program says by itself. */
export function GatesPart({ reading }: PartProps): ReactElement {
  const t = useTexts()
  return (
    <Part of="gates" intro={t('gates.intro')}>
      <ul className="playbook-gates" aria-label={t('gates')}>
        {reading.gates.map((gate, place) => (
          <li key={`${gate.rule} ${gate.sentence}`} id={`gate-${place}`}>
            <span className="playbook-mark">
              <Chip look={gate.strength === 'must' ? 'accent' : 'plain'}>
                {t(`strength.${gate.strength}`)}
              </Chip>
              <Rule id={gate.rule} />
            </span>
            <div>
              <p>{gate.sentence}</p>
              <p className="playbook-meta">
                {t('gate.who', { who: gate.who.join('、') })}
                {gate.shows === '' ? '' : `；${t('gate.shows', { shows: gate.shows })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {reading.reactions.length === 0 ? null : <h3>{t('reactions')}</h3>}
      <ul className="playbook-gates" aria-label={t('reactions')}>
        {reading.reactions.map((reaction) => (
          <li key={reaction.sentence}>
            <span className="playbook-mark">
              <Rule id={reaction.rule} />
            </span>
            <p>{reaction.sentence}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}
