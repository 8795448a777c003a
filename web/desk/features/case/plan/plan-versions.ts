import type { PlanContent } from './plan-draft.ts'

export type PlanVersion = { readonly version: number; readonly content: PlanContent }

/** What is chosen as one thing when two windows wrote the plan: a cost means nothing without the lines it adds up. */
const PARTS = {
  opinion: ['opinion'],
  lines: ['remedies', 'costFen'],
  kept: ['keptFen'],
  alternatives: ['alternatives'],
  level: ['level', 'levelReason'],
} as const satisfies Readonly<Record<string, readonly (keyof PlanContent)[]>>
export type PlanPart = keyof typeof PARTS
export type PlanChoices = Readonly<Partial<Record<PlanPart, 'mine' | 'theirs'>>>

export function changedParts(before: PlanContent, after: PlanContent): readonly PlanPart[] {
  return (Object.keys(PARTS) as PlanPart[]).filter((part) => !samePart(part, before, after))
}

/** Parts that both sides changed, to different things: only these need a choice (SYS-08). */
export function conflictingParts(
  base: PlanContent,
  mine: PlanContent,
  theirs: PlanContent,
): readonly PlanPart[] {
  const theirChanges = changedParts(base, theirs)
  return changedParts(base, mine).filter(
    (part) => theirChanges.includes(part) && !samePart(part, mine, theirs),
  )
}

/** My changes on top of theirs; where both changed, what was chosen, and theirs until something is. */
export function rebasedPlan(
  base: PlanContent,
  mine: PlanContent,
  theirs: PlanContent,
  chosen: PlanChoices = {},
): PlanContent {
  const conflicting = conflictingParts(base, mine, theirs)
  const kept = changedParts(base, mine).filter(
    (part) => !conflicting.includes(part) || chosen[part] === 'mine',
  )
  return kept.reduce((content, part) => ({ ...content, ...partOf(part, mine) }), theirs)
}

function partOf(part: PlanPart, content: PlanContent): Partial<PlanContent> {
  return Object.fromEntries(PARTS[part].map((key) => [key, content[key]]))
}

function samePart(part: PlanPart, a: PlanContent, b: PlanContent): boolean {
  return PARTS[part].every((key) => JSON.stringify(a[key]) === JSON.stringify(b[key]))
}
