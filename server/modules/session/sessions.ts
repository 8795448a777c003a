import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import { civilDate, type Duty, effectivePosts, type OrgId } from '@yinuo/domain'
import type { DatabaseClock } from '../../platform/clock/database-clock.ts'
import type { Directory, Principal } from '../../platform/http/principal.ts'
import { findSession, type SessionIdentity } from './session-store.ts'

const FRESH_MS = 2_000
const KEPT_SESSIONS = 10_000

/**
 * Who is behind a token. A found session is believed for two seconds; `append` looks at it again in the transaction, so a
 * session revoked meanwhile changes nothing.
 */
export class Sessions {
  readonly #pool: Pool
  readonly #clock: DatabaseClock
  readonly #directory: (orgId: OrgId) => Promise<Directory>
  readonly #known = new Map<
    string,
    { readonly identity: SessionIdentity; readonly readAt: number }
  >()

  constructor(pool: Pool, clock: DatabaseClock, directory: (orgId: OrgId) => Promise<Directory>) {
    this.#pool = pool
    this.#clock = clock
    this.#directory = directory
  }

  async principalOf(token: string): Promise<Principal | null> {
    const identity = await this.#identityOf(token)
    if (identity === null) return null
    return this.principal(identity)
  }

  async principal(identity: SessionIdentity): Promise<Principal | null> {
    const [directory, now] = await Promise.all([
      this.#directory(identity.orgId),
      this.#clock.business(identity.orgId),
    ])
    const actor = directory.people.get(identity.userId)
    if (actor === undefined || !actor.active) return null
    const today = civilDate(now, directory.zone)
    const duties = new Set<Duty>(
      effectivePosts(actor, directory.people, today).flatMap(
        (held) => directory.playbooks.get(held.playbook)?.posts[held.post]?.duties ?? [],
      ),
    )
    const { orgId, sessionId, oneTimePassword } = identity
    return { orgId, sessionId, oneTimePassword, actor, directory, now, duties }
  }

  forget(token: string): void {
    this.#known.delete(token)
  }

  forgetAll(): void {
    this.#known.clear()
  }

  async #identityOf(token: string): Promise<SessionIdentity | null> {
    const known = this.#known.get(token)
    if (known !== undefined && performance.now() - known.readAt < FRESH_MS) return known.identity
    const identity = await findSession(this.#pool, token)
    if (identity === null) {
      this.#known.delete(token)
      return null
    }
    if (this.#known.size >= KEPT_SESSIONS) this.#known.clear()
    this.#known.set(token, { identity, readAt: performance.now() })
    return identity
  }
}
