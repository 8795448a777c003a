import type { Missing, UnmetGate } from '../kernel/refusal.ts'
import { must } from '../kernel/refusal.ts'
import { holds, isEntered, missingFor, type Condition, type Facts } from '../playbook/condition.ts'
import type { Gate, Playbook, Trigger } from '../playbook/playbook.ts'
import type { SkipReasons } from './command.ts'
import type { ComplaintEvent } from './event.ts'
import { PLAN_PARTS } from './plan-parts.ts'
import { questionTally } from './question-tally.ts'
import type { ComplaintState, FormState } from './state.ts'

/** What is about to happen; of a change also whether the field is only emptied: taking a word back is always possible. */
export type Happening = Trigger & { readonly isCleared?: boolean }

/**
 * The gates a playbook puts before an action, with what each still misses. A `should` gate that was passed with a reason is
 * not asked again: it stands among the debts. `advice` is among them and never stands in the way (`standsInTheWay`).
 */
export function playbookGates(
  triggers: readonly Happening[],
  playbook: Playbook,
  facts: Facts,
  debts: ComplaintState['debts'],
): readonly UnmetGate[] {
  return playbook.gates
    .filter((gate) => gate.on.some((on) => triggers.some((trigger) => isAsked(on, trigger))))
    .filter((gate) => gate.strength !== 'should' || !isDebt(gate.id, debts))
    .filter((gate) => applies(gate, facts))
    .map((gate) => ({
      rule: gate.id,
      strength: gate.strength,
      missing: missingOf(gate.need, facts, playbook),
      who: gate.who.map((post) => ({ post })),
    }))
    .filter((gate) => gate.missing.length > 0)
}

export function standsInTheWay(gate: UnmetGate): boolean {
  return gate.strength !== 'advice'
}

function isAsked(on: Trigger, trigger: Happening): boolean {
  const same = on.verb === trigger.verb && on.object === trigger.object
  return same && (on.from === undefined ? trigger.isCleared !== true : on.from === trigger.from)
}

function applies(gate: Gate, facts: Facts): boolean {
  return (
    (gate.when === undefined || holds(gate.when, facts)) &&
    (gate.unless === undefined || !holds(gate.unless, facts))
  )
}

function isDebt(rule: string, debts: ComplaintState['debts']): boolean {
  return debts.some((debt) => debt.rule === rule)
}

export type Mark = { readonly rule: string; readonly text: string }

/** What the case shows about itself while a gate that says so is neither met nor skipped (INV-15: 未向最终用户核实). */
export function marksOf(state: ComplaintState, playbook: Playbook, facts: Facts): readonly Mark[] {
  if (state.closedAt !== null) return []
  return playbook.gates.flatMap((gate) =>
    gate.shows !== undefined &&
    !isDebt(gate.id, state.debts) &&
    applies(gate, facts) &&
    !holds(gate.need, facts)
      ? [{ rule: gate.id, text: gate.shows }]
      : [],
  )
}

/**
 * What a condition misses, in the words of the complaint: a plan that was not told is 还没有告诉客户 and no empty field
 * `told` of a form, and a kind of record has its label. Said so, the floor and a playbook's gate are one line.
 */
export function missingOf(
  condition: Condition,
  facts: Facts,
  playbook: Playbook,
): readonly Missing[] {
  return missingFor(condition, facts).map((missing) => {
    const named = NAMED[`${missing.form}.${missing.field}`]
    if (named !== undefined) return named
    if (missing.code === 'value' || missing.code === 'minimum')
      return { ...missing, detail: inWords(missing, playbook) }
    const label = playbook.records[missing.detail ?? '']?.label
    return ['record', 'record-count'].includes(missing.code) && label !== undefined
      ? { ...missing, detail: label }
      : missing
  })
}

/** The labels of choices in place of their keys. */
function inWords({ form = '', field, detail = '' }: Missing, playbook: Playbook): string {
  const fields = (playbook.forms[form] ?? playbook.records[form])?.fields
  const choices = fields?.find((one) => one.key === field)?.choices ?? ''
  const values = playbook.choices[choices]?.values ?? []
  const labelOf = (key: string): string => values.find((one) => one.key === key)?.label ?? key
  return detail.split('、').map(labelOf).join('、')
}

const NAMED: Readonly<Record<string, Missing>> = {
  'plan.opinion': PLAN_PARTS.opinion,
  'plan.remedies': PLAN_PARTS.remedies,
  'plan.costFen': PLAN_PARTS.costFen,
  'plan.levelReason': PLAN_PARTS.levelReason,
  'plan.keptFen': PLAN_PARTS.keptFen,
  'plan.told': { code: 'decision-told' },
  'plan.customerOpinion': { code: 'customer-opinion' },
  'follow-up.satisfied': { code: 'follow-up-satisfied' },
}

/** The required fields of a form that are neither filled nor marked 客户无法提供. */
export function requiredGates(
  formKey: string,
  form: FormState | undefined,
  playbook: Playbook,
): readonly UnmetGate[] {
  const definition = playbook.forms[formKey]
  if (definition === undefined) return []
  const byRule = new Map<string, Missing[]>()
  for (const field of definition.fields) {
    const given =
      isEntered(form?.values[field.key]) ||
      (field.mayBeUnavailable && isEntered(form?.unavailable[field.key]))
    if (!field.required || given) continue
    const rule = field.rule ?? definition.rule
    byRule.set(rule, [
      ...(byRule.get(rule) ?? []),
      { code: 'field', form: formKey, field: field.key },
    ])
  }
  return [...byRule].map(([rule, missing]) => must(rule, missing))
}

/** INV-18: what has to be asked and was not; one may go on with a reason, once. */
export function questionGates(
  form: string,
  state: ComplaintState,
  playbook: Playbook,
): readonly UnmetGate[] {
  const rule = playbook.forms[form]?.rule ?? ''
  const unasked = questionTally(state, form, playbook)?.unasked ?? []
  if (unasked.length === 0 || isDebt(rule, state.debts)) return []
  const missing = unasked.map((field): Missing => ({ code: 'field', form, field }))
  return [{ rule, strength: 'should', missing, who: [] }]
}

/** One entry a rule: the floor in code and the same gate written in a playbook are one thing to the reader. */
export function merged(unmet: readonly UnmetGate[]): readonly UnmetGate[] {
  const byRule = new Map<string, UnmetGate>()
  for (const gate of unmet) {
    const known = byRule.get(gate.rule)
    if (known === undefined) {
      byRule.set(gate.rule, gate)
      continue
    }
    const fresh = gate.missing.filter(
      (one) => !known.missing.some((other) => sameMissing(one, other)),
    )
    byRule.set(gate.rule, {
      rule: gate.rule,
      strength: known.strength === 'must' ? 'must' : gate.strength,
      missing: [...known.missing, ...fresh],
      who: known.who.length > 0 ? known.who : gate.who,
    })
  }
  return [...byRule.values()]
}

/** `should` gates may be skipped with a reason; each leaves a debt on the case. What remains stands in the way. */
export function skipped(
  unmet: readonly UnmetGate[],
  reasons: SkipReasons | undefined,
): { readonly standing: readonly UnmetGate[]; readonly debts: readonly ComplaintEvent[] } {
  const reasonFor = (gate: UnmetGate): string =>
    gate.strength === 'should' ? (reasons?.[gate.rule] ?? '').trim() : ''
  return {
    standing: unmet.filter((gate) => reasonFor(gate) === ''),
    debts: unmet
      .filter((gate) => reasonFor(gate) !== '')
      .map((gate) => ({
        type: 'gate-skipped' as const,
        data: { rule: gate.rule, reason: reasonFor(gate) },
      })),
  }
}

function sameMissing(a: Missing, b: Missing): boolean {
  return a.code === b.code && a.form === b.form && a.field === b.field && a.detail === b.detail
}
