import { must, type UnmetGate } from '../../kernel/refusal.ts'
import { action } from '../action.ts'
import { contactOnFile, maskContact } from '../contact-on-file.ts'
import { type Context, may, notClosed, ownership, permission } from '../context.ts'
import type { ComplaintState } from '../state.ts'
import { drafted, peopleBut, unconfirmed } from './agreement.ts'

/**
 * SYS-27: the agreement goes to the customer by a link to his contact on file. Nobody sends it to a contact he wrote down
 * himself: a handler could sign for his customer with his own telephone.
 */
export const sendLink = action({
  type: 'send-link',
  standing: (state, context) => [
    ...notClosed(state),
    ...mayDealWithLink(state, context),
    ...drafted(state),
    ...unconfirmed(state),
    ...(state.agreement !== null && state.agreement.companySigner === null
      ? [must('AGR-01', { code: 'agreement-signed-by-company' }, [{ user: state.owner }])]
      : []),
    ...reachable(state, context),
  ],
  events: (state) => {
    const contact = contactOnFile(state)
    if (contact === null) return []
    return [{ type: 'link-sent', data: { means: contact.means, contact: maskContact(contact) } }]
  },
})

/** Whoever may send it may call it back; so may anybody who would have to confirm a scan. */
export const revokeLink = action({
  type: 'revoke-link',
  standing: (state, context) => [
    ...notClosed(state),
    ...mayDealWithLink(state, context),
    ...drafted(state),
  ],
  events: (_state, { reason }) => [{ type: 'link-revoked', data: { reason } }],
})

function mayDealWithLink(state: ComplaintState, context: Context): readonly UnmetGate[] {
  return may('confirm-scan', context)
    ? []
    : [...permission('handle', context), ...ownership(state, context)]
}

function reachable(state: ComplaintState, context: Context): readonly UnmetGate[] {
  const contact = contactOnFile(state)
  if (contact === null) return [must('SYS-27', { code: 'customer-contact' })]
  return contact.enteredBy === context.actor.id
    ? [
        must(
          'SYS-27',
          { code: 'contact-by-other' },
          peopleBut([context.actor.id], 'confirm-scan', context),
        ),
      ]
    : []
}
