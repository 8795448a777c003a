import type { PlanContent, RemedyLine } from './event.ts'

/** What of a plan lies beyond what was approved: its money, or a remedy by its key. */
export type Beyond = { readonly what: 'cost' } | { readonly what: 'remedy'; readonly key: string }

/**
 * NEG-11, APR-09: an approval covers an envelope, amount ≤ and remedies ⊆ what was approved. Lines are summed by what they
 * are before they are compared, so that one compensation cut into three is still one. A line with other words is another
 * line: a note can promise anything.
 */
export function beyondEnvelope(plan: PlanContent, approved: PlanContent): readonly Beyond[] {
  const costs = plan.costFen !== null && plan.costFen <= (approved.costFen ?? 0)
  const allowed = summed(approved.remedies)
  const remedies = [...summed(plan.remedies)].filter(([key, wanted]) => {
    const given = allowed.get(key)
    return (
      given === undefined || wanted.quantity > given.quantity || wanted.amountFen > given.amountFen
    )
  })
  const keys = new Set(remedies.map(([, { remedy }]) => remedy))
  return [
    ...(costs ? [] : [{ what: 'cost' } as const]),
    ...[...keys].map((key) => ({ what: 'remedy', key }) as const),
  ]
}

type Sum = { readonly remedy: string; readonly quantity: number; readonly amountFen: number }

function summed(lines: readonly RemedyLine[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { remedy, product, unit, note, quantity, amountFen } of lines) {
    const key = JSON.stringify([remedy, product, unit, note])
    const known = sums.get(key) ?? { remedy, quantity: 0, amountFen: 0 }
    sums.set(key, {
      remedy,
      quantity: known.quantity + quantity,
      amountFen: known.amountFen + amountFen,
    })
  }
  return sums
}
