import { must, type Missing, type UnmetGate } from '../../kernel/refusal.ts'
import { isEntered } from '../../playbook/condition.ts'
import { wrongValues } from '../../playbook/field-value.ts'
import type { Field, Playbook } from '../../playbook/playbook.ts'
import { action } from '../action.ts'
import { type Context, notClosed, permission } from '../context.ts'
import type { ComplaintState, FormState } from '../state.ts'

/**
 * CMP-03: what was signed stays as it is; a later correction stands beside it, with its reason. Until he has signed, the
 * recorder puts right what he wrote, in its place; every version stays in the log (SYS-02).
 */
export const correct = action({
  type: 'correct',
  standing: (state, context) => [
    ...notClosed(state),
    ...(state.signature === null ? unsignedGates(state, context) : signedGates(state, context)),
  ],
  inputTriggers: (state) =>
    state.signature === null ? [{ verb: 'save', object: 'registration' }] : [],
  preview: (state, { field, value }, context) =>
    state.signature === null
      ? {
          ...state,
          forms: { ...state.forms, registration: putRight(state, field, value, context) },
        }
      : state,
  given: (state, { field, value, reason }, context) => {
    const wrong = wrongCorrection(field, value, context.playbook)
    return [
      ...(wrong.length === 0 ? [] : [must('CMP-02', wrong)]),
      ...(state.signature === null || isEntered(reason)
        ? []
        : [must('CMP-03', { code: 'correction-reason', field: 'reason' })]),
    ]
  },
  events: (state, { field, value, reason }, context) => {
    if (state.signature !== null) return [{ type: 'corrected', data: { field, value, reason } }]
    const { values, unavailable } = putRight(state, field, value, context)
    return [{ type: 'form-saved', data: { form: 'registration', values, unavailable } }]
  },
})

function unsignedGates(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return state.recorder === context.actor.id
    ? permission('record', context)
    : [must('CMP-03', { code: 'signature-by-recorder' }, [{ user: state.recorder }])]
}

function signedGates(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return state.recorder === context.actor.id || state.owner === context.actor.id
    ? []
    : [must('CMP-08', { code: 'owner' }, [{ user: state.owner }])]
}

function putRight(
  state: ComplaintState,
  key: string,
  value: string,
  { playbook }: Context,
): FormState {
  const { version = 0, values, unavailable, setAt = {} } = state.forms['registration'] ?? {}
  const { [key]: _, ...left } = unavailable ?? {}
  const right = typed(fieldOf(key, playbook), value)
  return { version, values: { ...values, [key]: right }, unavailable: left, setAt }
}

function fieldOf(key: string, playbook: Playbook): Field | undefined {
  return playbook.forms['registration']?.fields.find((one) => one.key === key)
}

/** A correction is text; for a number it has to read as one. */
function typed(field: Field | undefined, value: string): string | number {
  const numeric = field?.type === 'money' || field?.type === 'integer'
  return numeric && /^-?\d+$/.test(value) ? Number(value) : value
}

function wrongCorrection(key: string, value: string, playbook: Playbook): readonly Missing[] {
  const field = fieldOf(key, playbook)
  if (field === undefined) return [{ code: 'field-unknown', form: 'registration', detail: key }]
  if (field.required && !isEntered(value))
    return [{ code: 'field', form: 'registration', field: key }]
  return wrongValues([field], { [key]: typed(field, value) }, {}, playbook, 'registration')
}
