import type { CustomerAnswer } from '@yinuo/domain'
import type { PortalAgreement } from '@yinuo/contract'
import { ProblemError } from '../../platform/http/problem.ts'
import { answerOfCustomer } from '../complaint/index.ts'
import { countAddress } from './attempt-limits.ts'
import { heldLink } from './held-link.ts'
import type { PortalPorts } from './portal-ports.ts'
import { presentAgreement, stateOf } from './present-agreement.ts'
import { digestOf, isSame } from './secrets.ts'

type Given =
  | { readonly accepted: true; readonly signer: string }
  | { readonly accepted: false; readonly objections: string }

/**
 * AGR-01, AGR-04: the customer signs or says what he does not agree with. Link, contact and pass are asked again at this
 * moment; said a second time it changes nothing.
 */
export async function answerAgreement(
  ports: PortalPorts,
  token: string,
  pass: string,
  given: Given,
  address: string,
): Promise<PortalAgreement> {
  await countAddress(ports.pool, address)
  const { link, state, contact } = await heldLink(ports, token)
  const passHash = digestOf('pass', pass)
  if (link.passHash === null || !isSame(link.passHash, passHash))
    throw new ProblemError('wrong-credentials', {
      message: '离开得太久了，请重新获取验证码。还没有签字。',
    })
  const directory = await ports.directory(link.orgId)
  if (stateOf(state, link) !== 'open') return presentAgreement(state, link, directory)
  const answer: CustomerAnswer = {
    ...given,
    version: link.agreementVersion,
    contact: { means: link.means, to: contact },
  }
  const done = await answerOfCustomer(
    ports,
    { directory, linkId: link.linkId, key: `portal-${passHash.toString('base64url')}` },
    link.complaintId,
    answer,
  )
  return presentAgreement(done, link, directory)
}
