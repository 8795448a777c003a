import type { FiguresView } from '@yinuo/contract'
import type { Download } from '../../platform/http/handler.ts'
import { countFigures, type FiguresAsked } from './count-figures.ts'
import { csvFile, yuan } from './csv-file.ts'
import type { FiguresPorts } from './ports.ts'
import { type ExportCall, recordExport } from './record-export.ts'

const BY = { type: '补救项目', customer: '客户', product: '品名', cause: '原因' } as const
type Figure = FiguresView['remedies']['total']

/** The figures as they stand on the page, as CSV: remedies first, then answers and endings. */
export async function exportFigures(
  ports: FiguresPorts,
  call: ExportCall,
  asked: FiguresAsked,
): Promise<Download> {
  const view = await countFigures(ports, call.principal, asked)
  const { total, groups } = view.remedies
  await recordExport(ports.pool, call, { what: 'figures', rows: groups.length })
  const line = (figure: Figure, label: string): readonly string[] => [
    label,
    String(figure.cases),
    String(figure.remedies),
    yuan(figure.costFen),
    String(figure.classes['earns'] ?? 0),
    String(figure.classes['even'] ?? 0),
    String(figure.classes['small-loss'] ?? 0),
  ]
  const { sameDay, later, notYet } = view.answered
  return csvFile(
    `统计-${view.from}-${view.until}.csv`,
    [BY[view.by], '投诉', '补救', '费用（元）', '赚钱', '不亏', '少亏'],
    [
      ...groups.map((figure) => line(figure, figure.label || '未写明')),
      line(total, '合计'),
      [],
      ['受理', String(view.received)],
      ['当天答复', String(sameDay)],
      ['隔天以后答复', String(later)],
      ['还没有答复', String(notYet)],
      ['在办', String(view.open)],
      ...view.endings.map(({ label, cases }) => [label, String(cases)]),
    ],
  )
}
