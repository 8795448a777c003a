import type { ComplaintView } from '@yinuo/contract'
import { formatFen } from '@yinuo/web-shared'
import type { Block } from '../paper.ts'
import type { Source } from '../words.ts'

type Line = NonNullable<ComplaintView['agreement']>['remedies'][number]

/** AGR-02: every remedy with quantity, amount in 元 and what was agreed about it. */
export function remedyTable(source: Source, lines: readonly Line[], costFen: number | null): Block {
  const { t } = source.words
  const label = (key: string): string =>
    source.playbook.remedies.find((remedy) => remedy.key === key)?.label ?? key
  return {
    kind: 'table',
    title: '',
    heads: [t('remedy'), t('product'), t('details'), t('quantity'), t('amount')],
    rows: lines.map((line) => [
      label(line.remedy),
      line.product,
      [line.note, line.who, line.on, line.place].filter((part) => part !== '').join('，'),
      `${line.quantity} ${line.unit}`.trim(),
      formatFen(line.amountFen),
    ]),
    figures: 2,
    total: costFen === null ? '' : t('total', { amount: formatFen(costFen) }),
  }
}
