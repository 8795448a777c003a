import { formatFen } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useCase } from '../case-context.tsx'
import { useTexts } from '../texts.ts'
import { costOf, detailsOf, type PlanContent, quantityText, sumOf } from './plan-draft.ts'

/** The lines of a plan as they add up to its cost; a difference stands as a line of its own. */
export function PlanLines({
  plan,
}: {
  readonly plan: Pick<PlanContent, 'remedies' | 'costFen'>
}): ReactElement {
  const { playbook } = useCase()
  const t = useTexts()
  const rest = costOf(plan) - sumOf(plan.remedies)
  return (
    <table className="y-table case-plan-lines">
      <thead className="y-spoken">
        <tr>
          <th>{t('plan.remedy')}</th>
          <th>{t('plan.quantity')}</th>
          <th>{t('plan.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.remedies.map((line, index) => (
          <tr key={index}>
            <td>
              {playbook.remedies.find((remedy) => remedy.key === line.remedy)?.label ?? line.remedy}{' '}
              {line.product}
              {detailsOf(line) === '' ? null : (
                <small className="case-plan-note">{detailsOf(line)}</small>
              )}
            </td>
            <td className="y-number y-unbroken">{quantityText(line)}</td>
            <td className="y-number y-unbroken">
              {line.amountFen === 0 ? t('plan.free') : formatFen(line.amountFen)}
            </td>
          </tr>
        ))}
        {rest === 0 ? null : (
          <tr>
            <td colSpan={2}>{t('plan.rest')}</td>
            <td className="y-number y-unbroken">{formatFen(rest)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{t('plan.total')}</td>
          <td className="y-number y-unbroken">
            <b>{formatFen(costOf(plan))}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
