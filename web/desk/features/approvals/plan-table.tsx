import type { PlaybookView } from '@yinuo/contract'
import { formatFen } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'
import { restOf, type WaitingApproval } from './waiting-approval.ts'

type Content = NonNullable<WaitingApproval['plan']>['content']

/** The lines of the plan, each with its amount; what the cost holds beside them is a line of its own. */
export function PlanTable(props: {
  readonly content: Content
  readonly playbook: PlaybookView
}): ReactElement {
  const { content, playbook } = props
  const t = useTexts()
  const rest = restOf(content)
  const label = (key: string): string =>
    playbook.remedies.find((remedy) => remedy.key === key)?.label ?? key
  return (
    <table className="y-table approvals-lines">
      <caption className="y-spoken">{t('lines')}</caption>
      <thead className="y-spoken">
        <tr>
          <th>{t('item')}</th>
          <th>{t('quantity')}</th>
          <th>{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {content.remedies.map((line, index) => (
          <tr key={index}>
            <td>
              {label(line.remedy)} {line.product}
              <small>
                {[line.note, line.who, line.on, line.place]
                  .filter((part) => part !== '')
                  .join('，')}
              </small>
            </td>
            <td className="y-number y-unbroken">
              {line.quantity === 1 && line.amountFen === 0
                ? ''
                : `${line.quantity}${line.unit === '' ? '' : ` ${line.unit}`}`}
            </td>
            <td className="y-number y-unbroken">
              {line.amountFen === 0 ? t('free') : formatFen(line.amountFen)}
            </td>
          </tr>
        ))}
        {rest === 0 ? null : (
          <tr>
            <td colSpan={2}>{t('rest')}</td>
            <td className="y-number y-unbroken">{formatFen(rest)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{t('total')}</td>
          <td className="y-number y-unbroken">
            <b>{formatFen(content.costFen ?? 0)}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
