import { randomUUIDv7 } from 'node:crypto'
import type { Pool } from 'pg'
import type { OrgId, Playbook, SiteId, UserId } from '@yinuo/domain'
import { withOrg } from '../../platform/database/index.ts'
import { chain, NO_EVENTS } from '../../platform/log/chain.ts'
import { hashPassword } from '../session/index.ts'
import { countOrganisationsAlone, insertFounding, readRealTime } from './founding-store.ts'
import type { Founding } from './founding-type.ts'

export type FoundingInput = Pick<
  Founding,
  'organisation' | 'site' | 'administrator' | 'login' | 'demoStart'
> & { readonly password: string }

export type Founded = { readonly orgId: OrgId; readonly siteId: SiteId; readonly userId: UserId }

/**
 * The first organisation of a database with its first site and administrator, in one transaction. Null when there is one
 * already: of two calls at once exactly one founds.
 */
export async function foundOrganisation(
  pool: Pool,
  playbooks: readonly Playbook[],
  { password, ...input }: FoundingInput,
): Promise<Founded | null> {
  const founding: Founding = {
    ...input,
    orgId: randomUUIDv7(),
    siteId: randomUUIDv7(),
    userId: randomUUIDv7(),
    passwordHash: await hashPassword(password),
    posts: administratorPosts(playbooks),
  }
  const { orgId, siteId, userId } = founding
  const founded = await withOrg(pool, orgId, async (_db, query) => {
    if ((await countOrganisationsAlone(query)) > 0) return false
    const { head, rows } = eventsOf(founding, await readRealTime(query))
    await insertFounding(query, founding, head, rows)
    return true
  })
  return founded ? { orgId, siteId, userId } : null
}

/** The posts that may administer, of every playbook. */
function administratorPosts(playbooks: readonly Playbook[]) {
  return playbooks.flatMap((playbook) =>
    Object.entries(playbook.posts)
      .filter(([, post]) => post.duties.includes('administer'))
      .map(([post]) => ({ playbook: playbook.code, post })),
  )
}

function eventsOf(founding: Founding, realAt: string) {
  const { orgId, siteId, userId, organisation, site, administrator, login, posts } = founding
  const when = { by: userId, at: founding.demoStart ?? realAt }
  const stream = (noun: string, id: string) => ({ orgId, id, noun, head: NO_EVENTS })
  const organisationCreated = { type: 'organisation-created', data: { name: organisation } }
  const siteCreated = { type: 'site-created', data: { name: site } }
  const personCreated = {
    type: 'person-created',
    data: { name: administrator, login, siteId, reportsTo: null },
  }
  const granted = posts.map((held) => ({ type: 'post-granted', data: held, ...when }))
  const person = chain(
    stream('person', userId),
    [{ ...personCreated, ...when }, ...granted],
    realAt,
  )
  const rows = [
    ...chain(stream('organisation', orgId), [{ ...organisationCreated, ...when }], realAt).rows,
    ...chain(stream('site', siteId), [{ ...siteCreated, ...when }], realAt).rows,
    ...person.rows,
  ]
  return { head: person.head, rows }
}
