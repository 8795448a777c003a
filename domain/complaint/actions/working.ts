import type { Json } from '../../kernel/canonical.ts'
import { must, type Missing, type UnmetGate } from '../../kernel/refusal.ts'
import { visitGates } from '../../people/visiting.ts'
import { isEntered } from '../../playbook/condition.ts'
import { wrongValues } from '../../playbook/field-value.ts'
import type { Field } from '../../playbook/playbook.ts'
import { asText } from '../../text/as-text.ts'
import { action } from '../action.ts'
import type { CommandOf } from '../command.ts'
import { type Context, deciding, handling, may, notClosed, permission, today } from '../context.ts'
import type { FieldValues } from '../event.ts'
import { evolve } from '../evolve.ts'
import type { Happening } from '../gates.ts'
import type { ComplaintState } from '../state.ts'
import { remarksGates } from './plan-decision.ts'

/** A form may be saved half filled, from its step on; what is required is asked when the step is left. */
export const saveForm = action({
  type: 'save-form',
  standing: (state, context) => [...handling(state, context), ...someFormGates(state, context)],
  targetOf: (command) => command.form,
  inputTriggers: (state, { form, values }) => [
    { verb: 'save', object: form },
    ...changes(form, ownOf(state.forms, form)?.values ?? {}, values),
  ],
  given: (state, command, context) => [
    ...formGates(state, command.form, context),
    ...wrongForm(command.form, command.values, command.unavailable, context),
  ],
  preview: (state, { form, values, unavailable }) => {
    // When a field was last changed is asked of what stands: a consultation came after 没有把握, not after this save (INV-13).
    const { version = 0, setAt = {} } = ownOf(state.forms, form) ?? {}
    return {
      ...state,
      forms: { ...state.forms, [form]: { version, values, unavailable, setAt } },
    }
  },
  events: (_state, { form, values, unavailable }) => [
    { type: 'form-saved', data: { form, values, unavailable } },
  ],
})

/** The fields that would become something else; nothing and white space are the same nothing. */
function changes(form: string, before: FieldValues, after: FieldValues): readonly Happening[] {
  const said = (value: Json | undefined): Json => (isEntered(value) ? (value ?? null) : null)
  return Object.keys({ ...before, ...after })
    .filter((key) => said(before[key]) !== said(after[key]))
    .map((key) => ({
      verb: 'change',
      object: `${form}.${key}`,
      from: said(before[key]),
      isCleared: said(after[key]) === null,
    }))
}

function formGates(state: ComplaintState, form: string, context: Context) {
  const steps = context.playbook.steps
  const at = steps.findIndex((step) => step.forms.includes(form))
  if (at < 0) return [must('PBK-03', { code: 'field-unknown', detail: form })]
  // The registration is what was said and signed; later knowledge goes beside it (CMP-03).
  if (at === 0) return [must('CMP-03', { code: 'not-signed-yet' })]
  const now = steps.findIndex((step) => step.key === state.step)
  return at <= now ? [] : [must('PBK-03', { code: 'step', detail: steps[at]?.label ?? form })]
}

/** Before the first step with a form of its own there is nothing to save; it is not offered then. */
function someFormGates(state: ComplaintState, context: Context) {
  const { steps } = context.playbook
  const first = steps.findIndex((step, index) => index > 0 && step.forms.length > 0)
  return steps.findIndex((step) => step.key === state.step) >= first
    ? []
    : [must('PBK-03', { code: 'step', detail: steps[first]?.label ?? '' })]
}

function wrongForm(
  form: string,
  values: Parameters<typeof wrongValues>[1],
  unavailable: Readonly<Record<string, string>>,
  context: Context,
) {
  const definition = ownOf(context.playbook.forms, form)
  if (definition === undefined) return []
  const wrong = wrongValues(definition.fields, values, unavailable, context.playbook, form)
  return wrong.length === 0 ? [] : [must(definition.rule, wrong)]
}

/** What a playbook declares under a key that came from outside; `constructor` is none of it. */
function ownOf<Value>(declared: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(declared, key) ? declared[key] : undefined
}

/** INV-01, INV-03: contacts, notes and consultations are appended, never changed. */
export const addRecord = action({
  type: 'add-record',
  standing: (state, context) => [...notClosed(state), ...someRecordGates(context)],
  targetOf: (command) => command.kind,
  inputTriggers: (_state, { kind }) => [{ verb: 'save', object: kind }],
  preview: (state, { kind, values }, { actor, now, playbook }) => {
    if (ownOf(playbook.records, kind) === undefined) return state
    const event = { type: 'record-added', data: { kind, values }, at: now, by: actor.id } as const
    return evolve(state, event, playbook)
  },
  given: (_state, command, context) => {
    const kind = ownOf(context.playbook.records, command.kind)
    if (kind === undefined) return [must('INV-01', { code: 'field-unknown', detail: command.kind })]
    const missing = kind.fields
      .filter((field) => field.required && !isEntered(command.values[field.key]))
      .map((field) => ({ code: 'field' as const, form: command.kind, field: field.key }))
    const wrong = wrongValues(kind.fields, command.values, {}, context.playbook, command.kind)
    const unmet = [...missing, ...wrong, ...strangers(kind.fields, command, context)]
    return [
      ...permission(kind.duty, context),
      ...(unmet.length === 0 ? [] : [must(kind.rule, unmet)]),
      ...visitorsGates(kind.fields, command, context),
    ]
  },
  spoken: ({ kind, values }, { records }) =>
    (ownOf(records, kind)?.fields ?? [])
      .filter((field) => field.toCustomer === true)
      .map((field) => asText(values[field.key])),
  events: (_state, { kind, values }) => [{ type: 'record-added', data: { kind, values } }],
})

/** A person named in a record is one of us and still here. */
function strangers(
  fields: readonly Field[],
  { kind, values }: CommandOf<'add-record'>,
  { people }: Context,
): readonly Missing[] {
  return fields
    .filter(({ key, type }) => type === 'person' && isEntered(values[key]))
    .filter(({ key }) => people.get(asText(values[key]))?.active !== true)
    .map(({ key }) => ({ code: 'field-choice', form: kind, field: key }))
}

/** STF-08: who is sent to a customer's site is fit for it; who names nobody goes himself. */
function visitorsGates(
  fields: readonly Field[],
  { kind, values }: CommandOf<'add-record'>,
  context: Context,
): readonly UnmetGate[] {
  return fields
    .filter(({ sends }) => sends === 'visit')
    .flatMap(({ key }) => {
      const named = asText(values[key])
      const person = named === '' ? context.actor : context.people.get(named)
      const at = { form: kind, field: key }
      return person === undefined
        ? []
        : visitGates(person, { ...context, today: today(context) }, at)
    })
}

/**
 * INV-14, INV-17, ESC-10: an entry that waits for a yes or no gets it from a holder of the duty its kind names, once, and
 * never from who wrote it. The target is `kind:entry`.
 */
export const decideRecord = action({
  type: 'decide-record',
  targets: (state, context) =>
    Object.entries(state.records).flatMap(([kind, entries]) =>
      ownOf(context.playbook.records, kind)?.decidedBy === undefined
        ? []
        : entries.flatMap((entry, index) => (entry.decision === null ? [`${kind}:${index}`] : [])),
    ),
  targetOf: ({ kind, entry }) => `${kind}:${entry}`,
  standing: (state, context, target) => {
    const [name = '', index = ''] = target.split(':')
    const kind = ownOf(context.playbook.records, name)
    const entry = ownOf(state.records, name)?.[Number(index)]
    if (kind?.decidedBy === undefined || entry === undefined || entry.decision !== null)
      return [...notClosed(state), must('APR-02', { code: 'open-proposal' })]
    return [...notClosed(state), ...deciding(kind.decidedBy, [entry.by], context)]
  },
  given: (_state, { decision, remarks }) => remarksGates(decision, remarks, 'APR-02'),
  events: (_state, { kind, entry, decision, remarks }) => [
    { type: 'record-decided', data: { kind, entry, decision, remarks } },
  ],
})

/** Offered to whoever may write at least one kind of record. */
function someRecordGates(context: Context) {
  const duties = Object.values(context.playbook.records).map((kind) => kind.duty)
  return duties.some((duty) => may(duty, context)) ? [] : permission(duties[0] ?? 'handle', context)
}

/** ESC-13: the customer had to chase; whoever hears it notes it. */
export const markChased = action({
  type: 'mark-chased',
  standing: (state) => notClosed(state),
  events: (_state, { note }) => [{ type: 'chased', data: { note } }],
})

/** CLK-07: an answer given to the customer; to answer is always allowed. */
export const reply = action({
  type: 'reply',
  standing: (state, context) => [...handling(state, context)],
  spoken: ({ content }) => [content],
  events: (_state, { means, person, content }) => [
    { type: 'replied', data: { means, person, content } },
  ],
})

export const attach = action({
  type: 'attach',
  standing: (state) => notClosed(state),
  events: (_state, { attachment, name, note }) => [
    { type: 'attached', data: { attachment, name, note } },
  ],
})

/** SYS-16: a further report of the same matter joins the case that is open, with every word of it. */
export const mergeReport = action({
  type: 'merge-report',
  standing: (state, context) => [...notClosed(state), ...permission('record', context)],
  events: (_state, { receivedAt, person, reason, words }) => [
    { type: 'report-merged', data: { receivedAt, person, reason, words } },
  ],
})

/** SYS-09: seeing a masked contact is an act that leaves a trace. */
export const revealContact = action({
  type: 'reveal-contact',
  standing: (_state, context) => permission('reveal-contacts', context),
  events: (_state, { field }) => [{ type: 'contact-revealed', data: { field } }],
})
