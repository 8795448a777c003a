import { action } from '../action.ts'
import { ownership, permission } from '../context.ts'
import { isCustomerSigned } from '../signatures.ts'
import { drafted } from './agreement.ts'

/**
 * SYS-19: who sees the case may print its forms, and it is kept that he did. The agreement carries the customer's own
 * address in the clear: for it one must handle the case or be allowed to see contacts (SYS-09).
 */
export const printForm = action({
  type: 'print-form',
  targets: () => ['agreement'],
  targetOf: ({ form }) => form,
  standing: (state, context, target) =>
    target === 'agreement'
      ? [
          ...drafted(state),
          ...(ownership(state, context).length === 0 ? [] : permission('reveal-contacts', context)),
        ]
      : [],
  // What the customer has signed stays printable when its approval is used up.
  triggers: (state, target) =>
    target === 'agreement' && !isCustomerSigned(state)
      ? [{ verb: 'print', object: 'agreement' }]
      : [],
  events: (_state, { form }) => [{ type: 'printed', data: { form } }],
})
