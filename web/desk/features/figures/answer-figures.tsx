import type { FiguresView } from '@yinuo/contract'
import type { ReactElement } from 'react'
import { percentOf } from './span.ts'
import { useTexts } from './texts.ts'

/** KPI-13 with its denominator, and how the cases ended: nothing leaves the denominator by ending badly. */
export function AnswerFigures({ view }: { readonly view: FiguresView }): ReactElement {
  const t = useTexts()
  const { answered, received } = view
  const percent = percentOf(answered.sameDay, received)
  const endings = [{ label: t('endings.open'), cases: view.open }, ...view.endings]
  return (
    <div className="figures-answers">
      <section aria-labelledby="figures-answered">
        <h2 id="figures-answered">{t('answered.title')}</h2>
        <p className="figures-share">
          {percent === null ? null : <b>{t('answered.percent', { percent })}</b>}{' '}
          {t('answered.share', { part: answered.sameDay, all: received })}
        </p>
        <p className="figures-meta">{t('answered.sentence', { received, ...answered })}</p>
      </section>
      <section aria-labelledby="figures-endings">
        <h2 id="figures-endings">{t('endings.title')}</h2>
        <dl className="y-facts">
          {endings.map(({ label, cases }) => (
            <div key={label} className="figures-fact">
              <dt>{label}</dt>
              <dd>{cases}</dd>
            </div>
          ))}
        </dl>
        <p className="figures-meta">{t('endings.sentence')}</p>
      </section>
    </div>
  )
}
