import type { FiguresView } from '@yinuo/contract'
import { PLAN_CLASSES } from '@yinuo/domain'
import { formatFen, useVocabulary } from '@yinuo/web-shared'
import type { ReactElement } from 'react'
import { useTexts } from './texts.ts'

type Figure = FiguresView['remedies']['total']

/** What was spent on what, with the class of the plans it was spent in (KPI-12). */
export function RemedyTable({ view }: { readonly view: FiguresView }): ReactElement {
  const t = useTexts()
  const v = useVocabulary()
  const { groups, total } = view.remedies
  if (groups.length === 0) return <p className="figures-meta">{t('remedies.none')}</p>
  return (
    <table className="y-table figures-table">
      <thead>
        <tr>
          <th scope="col">{t(`by.${view.by}`)}</th>
          {(['cases', 'remedies', 'cost'] as const).map((column) => (
            <th key={column} scope="col" className="y-number">
              {t(`column.${column}`)}
            </th>
          ))}
          {PLAN_CLASSES.map((one) => (
            <th key={one} scope="col" className="y-number">
              {v(`class.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((figure) => (
          <Row key={figure.key} figure={figure} label={figure.label || t('unsaid')} />
        ))}
      </tbody>
      <tfoot>
        <Row figure={total} label={t('column.total')} />
      </tfoot>
    </table>
  )
}

function Row(props: { readonly figure: Figure; readonly label: string }): ReactElement {
  const { figure, label } = props
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="y-number">{figure.cases}</td>
      <td className="y-number">{figure.remedies}</td>
      <td className="y-number">{formatFen(figure.costFen)}</td>
      {PLAN_CLASSES.map((one) => (
        <td key={one} className="y-number">
          {figure.classes[one]}
        </td>
      ))}
    </tr>
  )
}
