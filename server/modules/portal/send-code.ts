import { ProblemError } from '../../platform/http/problem.ts'
import { countAddress, countCode } from './attempt-limits.ts'
import { forgetCode, keepCode } from './code-store.ts'
import { heldLink } from './held-link.ts'
import type { PortalPorts } from './portal-ports.ts'
import { digestOf, newCode } from './secrets.ts'

const CODE_MINUTES = 10

/**
 * Sends six digits to the contact on file. They are kept mixed with the link's token, which stands nowhere, and go to nobody
 * else: not to staff, not into a log, not into an answer.
 */
export async function sendCode(ports: PortalPorts, token: string, address: string): Promise<void> {
  await countAddress(ports.pool, address)
  const { link, contact } = await heldLink(ports, token)
  const deliver = ports.deliveries[link.means]
  if (deliver === undefined) throw notSent()
  await countCode(ports.pool, link.orgId, link.complaintId)
  const { name } = await ports.directory(link.orgId)
  const code = newCode()
  await keepCode(ports.pool, link, digestOf('code', token, code), CODE_MINUTES)
  try {
    await deliver(
      contact,
      `【${name}】验证码 ${code}，${CODE_MINUTES} 分钟内有效，用于看和签处理协议。请不要告诉任何人，包括我们的员工。`,
    )
  } catch {
    await forgetCode(ports.pool, link)
    throw notSent()
  }
}

function notSent(): ProblemError {
  return new ProblemError('unavailable', {
    message: '验证码没有发出去。请稍后再试，或联系我们改用纸质签字。',
  })
}
