import type { ComplaintView, PlaybookView } from '@yinuo/contract'

export type PlanContent = NonNullable<ComplaintView['plan']>['content']
export type RemedyLine = PlanContent['remedies'][number]
export type Remedy = PlaybookView['remedies'][number]

export const EMPTY_PLAN: PlanContent = {
  opinion: '',
  remedies: [],
  costFen: null,
  keptFen: null,
  alternatives: [],
  level: 'ordinary',
  levelReason: '',
}

export function lineFor(remedy: Remedy): RemedyLine {
  return {
    remedy: remedy.key,
    note: '',
    product: '',
    quantity: 1,
    unit: remedy.kind === 'material' ? '' : '次',
    amountFen: 0,
    who: '',
    on: '',
    place: '',
  }
}

export function sumOf(lines: readonly RemedyLine[]): number {
  return lines.reduce((sum, line) => sum + line.amountFen, 0)
}

/** What the plan costs as far as it is known: the figure given, else the sum of its lines (APR-01). */
export function costOf(plan: Pick<PlanContent, 'remedies' | 'costFen'>): number {
  return plan.costFen ?? sumOf(plan.remedies)
}

/** Lines that change the sum carry a cost that followed it along; a cost set by hand stays. */
export function withLines(plan: PlanContent, remedies: readonly RemedyLine[]): PlanContent {
  const followed = plan.costFen === null || plan.costFen === sumOf(plan.remedies)
  const lines = [...remedies]
  return {
    ...plan,
    remedies: lines,
    costFen: followed ? (lines.length === 0 ? null : sumOf(lines)) : plan.costFen,
  }
}

/** `2 桶`, `×2`; nothing for a single thing that costs nothing: an apology is not counted. */
export function quantityText(line: RemedyLine): string {
  if (line.quantity === 1 && line.amountFen === 0) return ''
  return line.unit === '' ? `×${line.quantity}` : `${line.quantity} ${line.unit}`
}

/** What is agreed of a line beside what and how much: words, who, by which day, where (NEG-08, AGR-02). */
export function detailsOf({ note, who, on, place }: RemedyLine): string {
  return [note, who, on, place].filter((part) => part !== '').join('，')
}

/** More are counted in a summary; the lines below name them all. */
const NAMED = 5

/** `赠送油品 2 桶，小礼品 ×1，道歉`: the plan in one line. */
export function planSummary(
  plan: PlanContent,
  labelOf: (remedy: string) => string,
  andSoOn: (count: number) => string,
): string {
  const named = plan.remedies
    .slice(0, NAMED)
    .map((line) => {
      const count = quantityText(line)
      return count === '' ? labelOf(line.remedy) : `${labelOf(line.remedy)} ${count}`
    })
    .join('，')
  return plan.remedies.length > NAMED ? `${named}${andSoOn(plan.remedies.length)}` : named
}
