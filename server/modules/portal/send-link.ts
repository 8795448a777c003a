import type { api, PortalLinkView } from '@yinuo/contract'
import { contactOnFile } from '@yinuo/domain'
import type { Call } from '../../platform/http/handler.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { runCaseCommand } from '../complaint/index.ts'
import { contactDigest } from './held-link.ts'
import { keepLink } from './link-store.ts'
import type { PortalPorts } from './portal-ports.ts'
import { digestOf, newSecret } from './secrets.ts'
import { viewLink } from './view-link.ts'
import { withdrawLink } from './revoke-link.ts'

const LINK_DAYS = 7

/**
 * SYS-27: a link to the agreement, sent to the contact on file and nowhere else; what was sent before is void. The sender
 * gets it too, to pass on in a chat: it opens nothing without the code. A repeated request sends nothing again.
 */
export async function sendLink(
  ports: PortalPorts,
  call: Call<typeof api.portal.sendLink>,
): Promise<PortalLinkView> {
  const { principal, params } = call
  const before = await viewLink(ports, principal, params.id)
  if (before.means !== null && !before.canSend)
    throw new ProblemError('unavailable', {
      message: '这里还没有设置发短信或邮件，不能发签字链接。请用纸质签字的扫描件。',
    })
  const { state } = await runCaseCommand(ports, call, params.id, { type: 'send-link' })
  const contact = contactOnFile(state)
  const deliver = contact === null ? undefined : ports.deliveries[contact.means]
  if (contact === null || deliver === undefined || state.agreement === null)
    throw new ProblemError('conflict')
  const token = newSecret()
  const linkId = idOfRequest(principal.orgId, principal.actor.id, call.key)
  const isNew = await keepLink(ports.pool, {
    orgId: principal.orgId,
    linkId,
    complaintId: state.id,
    agreementVersion: state.agreement.version,
    means: contact.means,
    contactDigest: contactDigest(linkId, contact.to),
    sentBy: principal.actor.id,
    tokenHash: digestOf(token),
    days: LINK_DAYS,
  })
  if (!isNew) return viewLink(ports, principal, params.id)
  const url = `${originOf(ports, call)}/p/${token}`
  try {
    await deliver(
      contact.to,
      `【${principal.directory.name}】处理协议请您过目\n${url}\n${LINK_DAYS} 天内有效。打开后凭验证码阅读，同意就签字，不同意请写明。`,
    )
  } catch {
    await withdrawLink(ports, { ...call, key: `${call.key}-undo`.slice(-80) }, '没有发出去')
    throw new ProblemError('unavailable', {
      message: '链接没有发出去，已经作废。请稍后再试，或用纸质签字的扫描件。',
    })
  }
  return { ...(await viewLink(ports, principal, params.id)), url }
}

/** The same request makes the same link: an id out of who asked and his Idempotency-Key, in the form of a UUID (version 8). */
function idOfRequest(...parts: readonly string[]): string {
  const hex = digestOf('portal-link', ...parts).toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

function originOf(
  { publicUrl }: Pick<PortalPorts, 'publicUrl'>,
  { headers }: Pick<Call<typeof api.portal.sendLink>, 'headers'>,
): string {
  const own = `${headers.secure ? 'https' : 'http'}://${headers.host}`
  return (publicUrl ?? own).replace(/\/+$/, '')
}
