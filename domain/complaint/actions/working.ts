import { must } from '../../kernel/refusal.ts'
import { wrongValues } from '../../playbook/field-value.ts'
import { isEntered } from '../../playbook/condition.ts'
import { action } from '../action.ts'
import { type Context, handling, may, notClosed, permission } from '../context.ts'
import type { ComplaintState } from '../state.ts'

/** A form may be saved half filled, from its step on; what is required is asked when the step is left. */
export const saveForm = action({
  type: 'save-form',
  standing: (state, context) => [...handling(state, context), ...someFormGates(state, context)],
  targetOf: (command) => command.form,
  inputTriggers: (_state, target) => [{ verb: 'save', object: target }],
  given: (state, command, context) => [
    ...formGates(state, command.form, context),
    ...wrongForm(command.form, command.values, command.unavailable, context),
  ],
  preview: (state, command) => ({
    ...state,
    forms: {
      ...state.forms,
      [command.form]: { version: 0, values: command.values, unavailable: command.unavailable },
    },
  }),
  events: (_state, { form, values, unavailable }) => [
    { type: 'form-saved', data: { form, values, unavailable } },
  ],
})

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
  inputTriggers: (_state, target) => [{ verb: 'save', object: target }],
  given: (_state, command, context) => {
    const kind = ownOf(context.playbook.records, command.kind)
    if (kind === undefined) return [must('INV-01', { code: 'field-unknown', detail: command.kind })]
    const missing = kind.fields
      .filter((field) => field.required && !isEntered(command.values[field.key]))
      .map((field) => ({ code: 'field' as const, form: command.kind, field: field.key }))
    const wrong = wrongValues(kind.fields, command.values, {}, context.playbook, command.kind)
    const unmet = [...missing, ...wrong]
    return [
      ...permission(kind.duty, context),
      ...(unmet.length === 0 ? [] : [must(kind.rule, unmet)]),
    ]
  },
  events: (_state, { kind, values }) => [{ type: 'record-added', data: { kind, values } }],
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
