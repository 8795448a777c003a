import type { IncomingHttpHeaders } from 'node:http'
import { api, type Route } from '@yinuo/contract'
import { type Duty, must, postsWith, type UnmetGate } from '@yinuo/domain'
import type { Handler } from './handler.ts'
import { isForeignOrigin } from './origin.ts'
import type { Principal } from './principal.ts'
import { ProblemError, RefusedError } from './problem.ts'
import { readSessionToken } from './session-cookie.ts'
import { wordUnmet } from './wording.ts'

export type AdmissionPorts = {
  /** Null for a token that is unknown, over or revoked. */
  authenticate(token: string): Promise<Principal | null>
  /** Keeps a refusal outside all streams (SYS-02). */
  recordRefusal(
    principal: Principal,
    command: string,
    subjectId: string | null,
    gates: readonly UnmetGate[],
  ): Promise<void>
}

/** All that a one-time password opens (SYS-24). */
const BEFORE_OWN_PASSWORD: ReadonlySet<Route> = new Set<Route>([
  api.session.hello,
  api.session.login,
  api.session.me,
  api.session.changePassword,
  api.session.logout,
] as unknown as readonly Route[])

/**
 * Whether a request comes in at all: origin, session, duty (ROLE-22). It asks the headers alone, so nobody who may not send
 * twenty megabytes makes the server read them.
 */
export async function admit(
  { route, judged }: Pick<Handler, 'route' | 'judged'>,
  headers: IncomingHttpHeaders,
  ports: AdmissionPorts,
): Promise<Principal | null> {
  if (route.method !== 'GET' && isForeignOrigin(headers)) throw new ProblemError('forbidden-origin')
  const token = readSessionToken(headers)
  const principal = token === null ? null : await ports.authenticate(token)
  if (principal === null && route.access !== 'public') throw new ProblemError('unauthenticated')
  if (principal?.oneTimePassword === true && !BEFORE_OWN_PASSWORD.has(route))
    throw new ProblemError('password-change-needed')
  if (principal !== null && !judged) await demandDuty(route, principal, ports)
  return principal
}

async function demandDuty(
  route: Route,
  principal: Principal,
  ports: AdmissionPorts,
): Promise<void> {
  if (route.access === 'public' || route.access === 'session' || principal.duties.has(route.access))
    return
  const gates = [must('ROLE-22', { code: 'post' }, whoMay(route.access, principal))]
  await ports.recordRefusal(principal, `${route.method} ${route.path}`, null, gates)
  throw new RefusedError(gates, wordUnmet(gates, principal.directory, undefined))
}

function whoMay(duty: Duty, principal: Principal): readonly { readonly post: string }[] {
  const posts = [...principal.directory.playbooks.values()].flatMap(
    (playbook) => postsWith(duty, playbook) as readonly { readonly post: string }[],
  )
  return [...new Map(posts.map((who) => [who.post, who])).values()]
}
