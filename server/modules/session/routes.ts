import type { Pool } from 'pg'
import { api, type Me } from '@yinuo/contract'
import { civilDate, effectivePosts } from '@yinuo/domain'
import { type Handler, on } from '../../platform/http/handler.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { changePassword } from './change-password.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import type { Sessions } from './sessions.ts'

export type SessionPorts = {
  readonly pool: Pool
  readonly sessions: Sessions
  readonly unreadNotices: (principal: Principal) => Promise<number>
}

export function sessionHandlers(ports: SessionPorts): readonly Handler[] {
  const { pool, sessions } = ports
  return [
    on(api.session.login, async ({ body, address, setSession }) => {
      const opened = await logIn(pool, body.login, body.password, address)
      const principal = await sessions.principal(opened)
      if (principal === null) throw new ProblemError('wrong-credentials')
      setSession(opened.token)
      return describe(principal, await ports.unreadNotices(principal))
    }),
    on(api.session.logout, async ({ principal, setSession }) => {
      await logOut(ports, principal)
      setSession(null)
      return { ok: true as const }
    }),
    on(api.session.me, async ({ principal }) =>
      describe(principal, await ports.unreadNotices(principal)),
    ),
    on(api.session.changePassword, async (call) => {
      await changePassword(ports, call, call.body.current, call.body.next)
      return { ok: true as const }
    }),
  ]
}

function describe(principal: Principal, unread: number): Me {
  const { actor, directory, now } = principal
  const today = civilDate(now, directory.zone)
  const site = directory.sites.get(actor.siteId)
  return {
    user: { id: actor.id, name: actor.name },
    login: directory.logins.get(actor.id) ?? '',
    organisation: {
      id: directory.orgId,
      name: directory.name,
      timeZone: directory.zone,
      demo: directory.demo,
    },
    site: { id: actor.siteId, name: site?.name ?? '' },
    posts: effectivePosts(actor, directory.people, today).map((held) => ({
      key: held.post,
      label: directory.playbooks.get(held.playbook)?.posts[held.post]?.label ?? held.post,
      playbook: held.playbook,
    })),
    duties: [...principal.duties],
    now,
    unread,
    mustChangePassword: principal.oneTimePassword,
  }
}
