import type { Playbook } from '../playbook/playbook.ts'
import type { PlanContent } from './event.ts'
import { PLAN_CLASSES, type PlanClass } from './vocabulary.ts'

type Weighed = { readonly costFen: number | null; readonly keptFen: number | null }

/**
 * NEG-14: 赚钱, 不亏 or 少亏, judged by the program: what a year of the business kept earns (setting `marginPercent`) against
 * the cost; close together (setting `evenPercent` of the cost) counts as even. Null while one of both is not known. All in
 * integer fen, compared without dividing.
 */
export function planClass(
  { costFen, keptFen }: Weighed,
  playbook: Pick<Playbook, 'settings'>,
): PlanClass | null {
  if (costFen === null || keptFen === null) return null
  const earned = keptFen * setting(playbook, 'marginPercent')
  const band = setting(playbook, 'evenPercent')
  if (earned > costFen * (100 + band)) return 'earns'
  return earned >= costFen * (100 - band) ? 'even' : 'small-loss'
}

export type WeighedAlternative = PlanContent['alternatives'][number] & { readonly class: PlanClass }

/** NEG-14: the other ways in the order 赚钱, 不亏, 少亏; among equals the cheaper first. */
export function alternativesInOrder(
  plan: Pick<PlanContent, 'alternatives'>,
  playbook: Pick<Playbook, 'settings'>,
): readonly WeighedAlternative[] {
  return plan.alternatives
    .map((one) => ({ ...one, class: planClass(one, playbook) ?? 'small-loss' }))
    .sort(
      (a, b) =>
        PLAN_CLASSES.indexOf(a.class) - PLAN_CLASSES.indexOf(b.class) || a.costFen - b.costFen,
    )
}

function setting(
  playbook: Pick<Playbook, 'settings'>,
  name: 'marginPercent' | 'evenPercent',
): number {
  return Number(playbook.settings[name] ?? 0)
}
