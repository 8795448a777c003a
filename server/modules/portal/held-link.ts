import { type ComplaintState, contactOnFile } from '@yinuo/domain'
import { ProblemError } from '../../platform/http/problem.ts'
import { caseOf } from '../complaint/index.ts'
import { findLink, type PortalLink, revokeLinks } from './link-store.ts'
import type { PortalPorts } from './portal-ports.ts'
import { digestOf, isSame } from './secrets.ts'

export type HeldLink = {
  readonly link: PortalLink
  readonly state: ComplaintState
  /** Where a code goes now; never shown to anybody. */
  readonly contact: string
}

/**
 * The link of a token, if it still holds: known, not revoked, not over, about the agreement that stands now, and the contact
 * on file still the one it was sent to. Another contact makes it void for good (SYS-27).
 */
export async function heldLink(ports: Pick<PortalPorts, 'pool'>, token: string): Promise<HeldLink> {
  const link = await findLink(ports.pool, digestOf(token))
  if (link === null) throw gone('这个链接不对。请点短信或邮件里的链接，不要手抄。')
  if (link.state === 'revoked') throw gone('这个链接已经作废。请用最近一次发给您的链接。')
  if (link.state === 'expired') throw gone('这个链接已经过期。请联系我们，再发一个给您。')
  const state = await caseOf(ports.pool, link.orgId, link.complaintId)
  const contact = state === null ? null : contactOnFile(state)
  if (
    state === null ||
    contact === null ||
    contact.means !== link.means ||
    !isSame(contactDigest(link.linkId, contact.to), link.contactDigest)
  ) {
    await revokeLinks(ports.pool, link.orgId, link.complaintId)
    throw gone('您的联系方式已经改过，这个链接作废。请联系我们，再发一个给您。')
  }
  return { link, state, contact: contact.to }
}

export function contactDigest(linkId: string, contact: string): Buffer {
  return digestOf('contact', linkId, contact)
}

function gone(message: string): ProblemError {
  return new ProblemError('not-found', { message })
}
