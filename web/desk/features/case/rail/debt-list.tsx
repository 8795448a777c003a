import type { ReactElement } from 'react'
import { useCase, useWhen } from '../case-context.tsx'
import { useTexts } from '../texts.ts'

/** What was passed over with a reason; it stays on the case (architecture §4). */
export function DebtList(): ReactElement | null {
  const { view } = useCase()
  const t = useTexts()
  const when = useWhen()
  if (view.debts.length === 0) return null
  return (
    <section aria-label={t('debt.title')}>
      <h3>{t('debt.title')}</h3>
      <ul className="case-debts">
        {view.debts.map((debt) => (
          <li key={`${debt.rule}${debt.at}`}>
            <span className="y-words">
              {debt.rule}：{debt.reason}
            </span>
            <small>
              {debt.by.name} {when(debt.at)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
