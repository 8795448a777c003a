import type { api, OutputOf } from '@yinuo/contract'
import { civilDate, type Json, type UserId } from '@yinuo/domain'
import type { Principal } from '../../platform/http/principal.ts'
import { notFound } from '../../platform/http/problem.ts'
import { unflatten } from '../../platform/log/chain.ts'
import { readOpenSessions } from '../session/index.ts'
import type { PeoplePorts } from './people-ports.ts'
import { readKeptFigures, readPersonEvents } from './person-record-store.ts'

type Ports = Pick<PeoplePorts, 'pool'>
const SHOWN = 200

/** What is kept of a person is for himself, those who keep it and those who excuse him; for others it does not exist. */
function demandOpen({ directory, actor, duties }: Principal, id: UserId): void {
  const mine = actor.id === id || duties.has('administer') || duties.has('waive-qualification')
  if (!directory.people.has(id) || !mine) throw notFound()
}

/** Every change of posts, qualification, deputies and password of a person, newest first (SYS-02, SYS-24). */
export async function viewHistory(
  { pool }: Ports,
  principal: Principal,
  id: UserId,
): Promise<OutputOf<typeof api.people.history>> {
  demandOpen(principal, id)
  const { people } = principal.directory
  const rows = await readPersonEvents(pool, principal.orgId, id, SHOWN)
  const ref = (user: UserId) => ({ id: user, name: people.get(user)?.name ?? '' })
  return {
    entries: rows.map((row) => ({
      at: row.business_at.toString(),
      type: row.type,
      by: row.actor_id === null ? null : ref(row.actor_id),
      data: named(unflatten(row.fields), principal),
    })),
  }
}

/** Names for what the log keeps as ids and keys. */
function named(data: Record<string, Json>, { directory }: Principal): Record<string, Json> {
  const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
  const person = (key: string) =>
    text(data[key]) === '' ? {} : { [key]: directory.people.get(text(data[key]))?.name ?? '' }
  const playbooks = [...directory.playbooks.values()]
  const item = playbooks
    .flatMap(({ qualification }) => qualification)
    .find(({ key }) => key === data['item'])?.label
  const post = directory.playbooks.get(text(data['playbook']))?.posts[text(data['post'])]?.label
  const site = directory.sites.get(text(data['siteId']))?.name
  return {
    ...data,
    ...person('deputy'),
    ...person('reportsTo'),
    ...(item === undefined ? {} : { item }),
    ...(post === undefined ? {} : { post }),
    ...(site === undefined ? {} : { siteId: site }),
  }
}

/** The figures an assessor of attitudes looks at (STF-10): the last twelve months, counted from the rows themselves. */
export async function viewFigures(
  { pool }: Ports,
  principal: Principal,
  id: UserId,
): Promise<OutputOf<typeof api.people.figures>> {
  demandOpen(principal, id)
  const now = Temporal.Instant.from(principal.now).toZonedDateTimeISO(principal.directory.zone)
  const from = now.subtract({ years: 1 })
  const { met, late, kept, broken } = await readKeptFigures(
    pool,
    principal.orgId,
    id,
    from.toInstant().toString(),
    principal.now,
  )
  return {
    from: from.toPlainDate().toString(),
    until: civilDate(principal.now, principal.directory.zone),
    deadlines: { met, late },
    promises: { kept, broken },
  }
}

/** The log-ins of a person that still hold (SYS-24). */
export async function viewLogIns(
  { pool }: Ports,
  principal: Principal,
  id: UserId,
): Promise<OutputOf<typeof api.people.sessions>> {
  const { actor, duties, directory } = principal
  if (!directory.people.has(id) || !(actor.id === id || duties.has('administer'))) throw notFound()
  const rows = await readOpenSessions(pool, principal.orgId, id)
  return {
    sessions: rows.map((row) => ({
      id: row.session_id,
      openedAt: row.created_at.toString(),
      expiresAt: row.expires_at.toString(),
      current: row.session_id === principal.sessionId,
    })),
  }
}
