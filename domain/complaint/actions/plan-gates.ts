import { must, type Missing, type UnmetGate } from '../../kernel/refusal.ts'
import { isEntered } from '../../playbook/condition.ts'
import type { Playbook, Remedy } from '../../playbook/playbook.ts'
import type { Context } from '../context.ts'
import type { PlanContent, RemedyLine } from '../event.ts'
import { PLAN_PARTS } from '../plan-parts.ts'

/** What a plan needs before it goes to the leader, or to the customer inside an approval. */
export function planGates(plan: PlanContent | null, context: Context): readonly UnmetGate[] {
  return [
    ...incomplete(plan),
    ...unweighed(plan),
    ...(plan === null
      ? []
      : [...unknownRemedies(plan, context.playbook), ...unasked(plan, context.playbook)]),
  ]
}

function incomplete(plan: PlanContent | null): readonly UnmetGate[] {
  const missing: Missing[] = []
  if (!isEntered(plan?.opinion)) missing.push(PLAN_PARTS.opinion)
  if ((plan?.remedies.length ?? 0) === 0) missing.push(PLAN_PARTS.remedies)
  if (plan?.costFen == null) missing.push(PLAN_PARTS.costFen)
  else if (plan.costFen < plan.remedies.reduce((sum, line) => sum + line.amountFen, 0)) {
    missing.push({
      code: 'plan-content',
      form: 'plan',
      field: 'costFen',
      detail: '足额的费用（不能少于各项合计）',
    })
  }
  return missing.length === 0 ? [] : [must('APR-01', missing)]
}

/** NEG-07: a plan is made of what the playbook knows. */
export function unknownRemedies(plan: PlanContent, playbook: Playbook): readonly UnmetGate[] {
  const unknown = plan.remedies.filter(
    (line) => !playbook.remedies.some((remedy) => remedy.key === line.remedy),
  )
  return unknown.length === 0
    ? []
    : [
        must(
          'NEG-07',
          unknown.map((line) => ({ code: 'remedy-unknown' as const, detail: line.remedy })),
        ),
      ]
}

/** NEG-14: the leader sees what the cost buys. */
function unweighed(plan: PlanContent | null): readonly UnmetGate[] {
  if (plan?.keptFen != null) return []
  return [must('NEG-14', PLAN_PARTS.keptFen)]
}

/** NEG-08: a visit, an invitation, a gift is nothing until somebody, a day and a place stand beside it. */
function unasked(plan: PlanContent, playbook: Playbook): readonly UnmetGate[] {
  const missing = plan.remedies.flatMap((line, index) => {
    const remedy = playbook.remedies.find((one) => one.key === line.remedy)
    return remedy === undefined ? [] : unaskedOf(line, remedy, index)
  })
  return missing.length === 0 ? [] : [must('NEG-08', missing)]
}

function unaskedOf(line: RemedyLine, remedy: Remedy, index: number): readonly Missing[] {
  return remedy.asks
    .filter((ask) => line[ask].trim() === '')
    .map((ask) => ({
      code: 'remedy-detail',
      form: 'plan',
      field: `remedies.${index}.${ask}`,
      detail: `${remedy.label}：${ASKED[ask]}`,
    }))
}

const ASKED = { who: '谁', on: '哪天', place: '在哪里' } as const
