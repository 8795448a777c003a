import { randomUUIDv7 } from 'node:crypto'
import type { Pool } from 'pg'
import { builtInPlaybooks } from '@yinuo/playbooks'
import { type Founded, foundOrganisation } from '../modules/setup/index.ts'
import { insertFounding, readRealTime } from '../modules/setup/founding-store.ts'
import { hashPassword } from '../modules/session/index.ts'
import { withOrg } from '../platform/database/index.ts'
import { chain, NO_EVENTS } from '../platform/log/chain.ts'

type Company = {
  readonly name: string
  readonly administrator: string
  readonly login: string
  readonly password: string
  /** Business time at which its movable clock starts; null for a real one. */
  readonly demoStart: string | null
}

/**
 * The first company of a database as the program founds it; every further one beside it. The program itself founds only one
 * so far, but keeps any number apart, and that is what tests with two are about.
 */
export async function foundCompany(pool: Pool, company: Company): Promise<Founded> {
  const { name, ...rest } = company
  const first = await foundOrganisation(pool, builtInPlaybooks(), {
    organisation: name,
    site: '常州总厂',
    ...rest,
  })
  return first ?? foundFurther(pool, company)
}

async function foundFurther(pool: Pool, company: Company): Promise<Founded> {
  const { name, administrator, login, demoStart } = company
  const [orgId, siteId, userId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()]
  const passwordHash = await hashPassword(company.password)
  const post = { playbook: 'LUB', post: 'administrator' }
  await withOrg(pool, orgId, async (_db, query) => {
    const realAt = await readRealTime(query)
    const stamp = { by: userId, at: demoStart ?? realAt }
    const stream = (noun: string, id: string, events: { type: string; data: object }[]) =>
      chain(
        { orgId, id, noun, head: NO_EVENTS },
        events.map((event) => ({ ...event, ...stamp })),
        realAt,
      )
    const person = stream('person', userId, [
      { type: 'person-created', data: { name: administrator, login, siteId, reportsTo: null } },
      { type: 'post-granted', data: post },
    ])
    const rows = [
      ...stream('organisation', orgId, [{ type: 'organisation-created', data: { name } }]).rows,
      ...stream('site', siteId, [{ type: 'site-created', data: { name: '南京分厂' } }]).rows,
      ...person.rows,
    ]
    const founding = {
      orgId,
      organisation: name,
      siteId,
      site: '南京分厂',
      userId,
      administrator,
      login,
      passwordHash,
      posts: [post],
      demoStart,
    }
    await insertFounding(query, founding, person.head, rows)
  })
  return { orgId, siteId, userId }
}
