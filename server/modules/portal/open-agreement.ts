import type { PortalAgreement } from '@yinuo/contract'
import { ProblemError } from '../../platform/http/problem.ts'
import { countAddress } from './attempt-limits.ts'
import { exchangeCode, takeTry } from './code-store.ts'
import { heldLink } from './held-link.ts'
import type { PortalPorts } from './portal-ports.ts'
import { presentAgreement } from './present-agreement.ts'
import { digestOf, isSame, newSecret } from './secrets.ts'

const MOST_TRIES = 5
/** Long enough to read an agreement aloud to the boss, short enough for a phone left lying. */
const PASS_MINUTES = 30

/** The agreement for the right code, with a pass for the answer; the code is used up. */
export async function openAgreement(
  ports: PortalPorts,
  token: string,
  code: string,
  address: string,
): Promise<{ pass: string; agreement: PortalAgreement }> {
  await countAddress(ports.pool, address)
  const { link, state } = await heldLink(ports, token)
  const kept = await takeTry(ports.pool, link, MOST_TRIES)
  if (kept === null) throw wrong('验证码已经失效。请重新获取一个。')
  const given = digestOf('code', token, code)
  if (!isSame(kept, given)) throw wrong('验证码不对。请照短信或邮件里最近的一个填。')
  const pass = newSecret()
  const exchanged = await exchangeCode(
    ports.pool,
    link,
    given,
    digestOf('pass', pass),
    PASS_MINUTES,
  )
  if (!exchanged) throw wrong('验证码已经用过。请重新获取一个。')
  return { pass, agreement: presentAgreement(state, link, await ports.directory(link.orgId)) }
}

function wrong(message: string): ProblemError {
  return new ProblemError('wrong-credentials', { message })
}
