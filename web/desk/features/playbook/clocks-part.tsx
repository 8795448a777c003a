import type { ReactElement } from 'react'
import { Part, type PartProps, Rule } from './part.tsx'
import { useTexts } from './texts.ts'

/** The clocks with their figures: on a desk a table, on a phone one block for each. */
export function ClocksPart({ reading }: PartProps): ReactElement {
  const t = useTexts()
  return (
    <Part of="clocks">
      <table className="playbook-clocks">
        <thead>
          <tr>
            <th scope="col">{t('clock.name')}</th>
            <th scope="col">{t('clock.due')}</th>
            <th scope="col">{t('clock.from')}</th>
            <th scope="col">{t('clock.met')}</th>
            <th scope="col">{t('clock.owner')}</th>
            <th scope="col">{t('clock.ladder')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.clocks.map((clock) => (
            <tr key={clock.label}>
              <th scope="row">
                {clock.label} <Rule id={clock.rule} />
              </th>
              <td data-label={t('clock.due')}>
                <b>{clock.due}</b>
                <span className="playbook-meta">{clock.warn}</span>
              </td>
              <td data-label={t('clock.from')}>{clock.from}</td>
              <td data-label={t('clock.met')}>
                {clock.met}
                <span className="playbook-meta">
                  {clock.voided === '' ? '' : t('clock.voided', { voided: clock.voided })}
                </span>
              </td>
              <td data-label={t('clock.owner')}>{clock.owner}</td>
              <td data-label={t('clock.ladder')}>{clock.ladder.join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

export function FiguresPart({ reading }: PartProps): ReactElement {
  return (
    <Part of="figures">
      <ul className="playbook-fields">
        {reading.figures.map((figure) => (
          <li key={figure.label}>
            <span>{figure.label}</span>
            <span className="playbook-meta">
              <b>{figure.value}</b>
              <Rule id={figure.rule} />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
