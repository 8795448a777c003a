import { planClass } from '../complaint/plan-class.ts'
import { PLAN_CLASSES, type PlanClass } from '../complaint/vocabulary.ts'
import type { Playbook } from '../playbook/playbook.ts'

/** What remedies are counted by (KPI-12). */
export const FIGURES_BY = ['type', 'customer', 'product', 'cause'] as const
export type FiguresBy = (typeof FIGURES_BY)[number]

/** One case with an approved plan, as its row tells it. Money in integer fen. */
export type RemediedCase = {
  readonly customer: { readonly key: string; readonly label: string }
  readonly product: string
  readonly cause: string
  readonly remedies: readonly { readonly remedy: string; readonly amountFen: number }[]
  readonly costFen: number | null
  readonly keptFen: number | null
}

export type RemedyFigure = {
  readonly key: string
  readonly label: string
  readonly cases: number
  readonly remedies: number
  readonly costFen: number
  /** How many of the cases earn, come out even, or lose little. */
  readonly classes: Readonly<Record<PlanClass, number>>
}

type Group = { key: string; label: string; cases: number; remedies: number; costFen: number }
type Counted = Group & { classes: Record<PlanClass, number> }

/**
 * Remedies and what they cost, counted from the approved plans themselves (KPI-12): every line stands in exactly one group, a
 * case counts once in each group it has a line in. The dearest first.
 */
export class RemedyFigures {
  readonly #by: FiguresBy
  readonly #playbook: Playbook
  readonly #groups = new Map<string, Counted>()
  readonly #total: Counted = empty('', '')

  constructor(by: FiguresBy, playbook: Playbook) {
    this.#by = by
    this.#playbook = playbook
  }

  add(one: RemediedCase): void {
    const kind = planClass(one, this.#playbook)
    const touched = new Set<Counted>()
    for (const line of one.remedies) {
      const { key, label } = this.#keyOf(one, line.remedy)
      const group = this.#groups.get(key) ?? empty(key, label)
      this.#groups.set(key, group)
      for (const counted of [group, this.#total]) {
        counted.remedies += 1
        counted.costFen += line.amountFen
      }
      touched.add(group)
    }
    if (touched.size === 0) return
    for (const counted of [...touched, this.#total]) {
      counted.cases += 1
      if (kind !== null) counted.classes[kind] += 1
    }
  }

  get total(): RemedyFigure {
    return this.#total
  }

  get groups(): readonly RemedyFigure[] {
    return [...this.#groups.values()].sort(
      (a, b) => b.costFen - a.costFen || b.cases - a.cases || (a.key < b.key ? -1 : 1),
    )
  }

  #keyOf(one: RemediedCase, remedy: string): { readonly key: string; readonly label: string } {
    if (this.#by === 'customer') return one.customer
    if (this.#by === 'product') return { key: one.product, label: one.product }
    if (this.#by === 'type') {
      const label = this.#playbook.remedies.find(({ key }) => key === remedy)?.label ?? remedy
      return { key: remedy, label }
    }
    const faults = this.#playbook.choices['fault']?.values ?? []
    return { key: one.cause, label: faults.find(({ key }) => key === one.cause)?.label ?? '' }
  }
}

function empty(key: string, label: string): Counted {
  const classes = Object.fromEntries(PLAN_CLASSES.map((one) => [one, 0])) as Record<
    PlanClass,
    number
  >
  return { key, label, cases: 0, remedies: 0, costFen: 0, classes }
}
