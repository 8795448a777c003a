import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { peopleWith } from '../../people/person.ts'
import type { Duty } from '../../playbook/playbook.ts'
import { action } from '../action.ts'
import {
  actingPost,
  type Context,
  handling,
  inStep,
  notClosed,
  permission,
  today,
} from '../context.ts'
import { registeredText } from '../registered-text.ts'
import { isCustomerSigned } from '../signatures.ts'
import type { ComplaintState } from '../state.ts'
import { approvedGates, toldGates } from './plan-decision.ts'

/** APR-02, AGR-01, AGR-02: an agreement is made of an approved plan that was told to the customer and accepted by him. */
export const draftAgreement = action({
  type: 'draft-agreement',
  standing: (state, context) => [
    ...handling(state, context),
    ...inStep(state, ['approval'], context),
    ...approvedGates(state, context),
    ...toldGates(state),
    ...(state.plan?.opinion === 'accepted'
      ? []
      : [must('AGR-01', { code: 'customer-opinion-accepted' }, [{ user: state.owner }])]),
  ],
  triggers: (state) => [
    { verb: 'leave', object: state.step },
    { verb: 'enter', object: 'agreement' },
    { verb: 'print', object: 'agreement' },
  ],
  events: (state) => {
    if (state.plan === null) return []
    return [
      {
        type: 'agreement-drafted',
        data: {
          customer: registeredText(state, 'company'),
          address: registeredText(state, 'address'),
          product: productOf(state),
          problem: registeredText(state, 'reason'),
          remedies: state.plan.content.remedies,
          costFen: state.plan.content.costFen ?? 0,
        },
      },
      { type: 'step-entered', data: { step: 'agreement' } },
    ]
  },
})

/** Product, specification and batch as found out, else as registered. */
function productOf(state: ComplaintState): string {
  return ['productName', 'spec', 'batch']
    .map((key) => {
      const found = state.forms['finding-out']?.values[key]
      return typeof found === 'string' && found !== '' ? found : registeredText(state, key)
    })
    .filter((part) => part !== '')
    .join('，')
}

export function drafted(state: ComplaintState): readonly UnmetGate[] {
  return state.agreement === null
    ? [must('AGR-01', { code: 'agreement-draft' }, [{ user: state.owner }])]
    : []
}

export function unconfirmed(state: ComplaintState): readonly UnmetGate[] {
  return isCustomerSigned(state) ? [must('AGR-01', { code: 'not-signed-yet' })] : []
}

export const signAgreement = action({
  type: 'sign-agreement',
  standing: (state, context) => [
    ...handling(state, context),
    ...drafted(state),
    ...(state.agreement?.companySigner == null ? [] : [must('AGR-01', { code: 'not-signed-yet' })]),
    // Confirming first and signing afterwards would make one person both; the order must not matter.
    ...(state.agreement?.confirmedBy === context.actor.id
      ? [must('AGR-01', { code: 'other-person' }, peopleBut([context.actor.id], 'handle', context))]
      : []),
  ],
  events: (_state, _command, context) => [
    {
      type: 'agreement-signed',
      data: { by: context.actor.id, post: actingPost('handle', context) },
    },
  ],
})

/** SYS-27: the customer signs on paper or by fax; the scan is filed with who signed, when and how. */
export const fileScan = action({
  type: 'file-scan',
  standing: (state, context) => [
    ...handling(state, context),
    ...drafted(state),
    ...unconfirmed(state),
  ],
  given: (_state, { signedOn }, context) =>
    signedOn > today(context)
      ? [must('AGR-01', { code: 'date-not-future', field: 'signedOn' })]
      : [],
  events: (_state, { attachment, signer, signedOn, means }) => [
    { type: 'scan-filed', data: { attachment, signer, signedOn, means } },
  ],
})

/** AGR-01: a second person looks at the scan; neither who filed it nor who signed for the company can be he. */
export const confirmScan = action({
  type: 'confirm-scan',
  standing: (state, context) => [
    ...notClosed(state),
    ...permission('confirm-scan', context),
    ...(state.agreement?.scan == null
      ? [must('AGR-01', { code: 'agreement-scan' }, [{ user: state.owner }])]
      : []),
    ...unconfirmed(state),
    ...(isFirstPerson(state, context)
      ? [
          must(
            'AGR-01',
            { code: 'other-person' },
            peopleBut(firstPeople(state), 'confirm-scan', context),
          ),
        ]
      : []),
  ],
  events: (_state, _command, context) => [
    { type: 'scan-confirmed', data: { by: context.actor.id } },
  ],
})

function firstPeople(state: ComplaintState): readonly (string | null | undefined)[] {
  return [state.agreement?.scan?.filedBy, state.agreement?.companySigner]
}

function isFirstPerson(state: ComplaintState, context: Context): boolean {
  return firstPeople(state).includes(context.actor.id)
}

/** A handful of people who could do it in the actor's place. */
export function peopleBut(
  excluded: readonly (string | null | undefined)[],
  duty: Duty,
  context: Context,
): readonly { readonly user: string }[] {
  return peopleWith(duty, context.people, context.playbook, today(context))
    .filter((person) => !excluded.includes(person.id))
    .slice(0, 5)
    .map((person) => ({ user: person.id }))
}
