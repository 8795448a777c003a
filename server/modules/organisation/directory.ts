import { performance } from 'node:perf_hooks'
import type { Pool } from 'pg'
import {
  fulfilledItems,
  type HeldPost,
  type OrgId,
  type Person,
  type Playbook,
  type Qualification,
  type StandIn,
  type UserId,
} from '@yinuo/domain'
import { type Database, readOrg } from '../../platform/database/index.ts'
import type { Directory } from '../../platform/http/principal.ts'
import type { Kysely } from 'kysely'
import { readPhrases, withPhrases } from './phrase-store.ts'

const FRESH_MS = 2_000

type Cached = { readonly directory: Directory; readonly readAt: number }

/** People, posts, sites and playbooks of each organisation, read at most every two seconds and after every change here. */
export class Directories {
  readonly #pool: Pool
  readonly #playbooks: ReadonlyMap<string, Playbook>
  readonly #cache = new Map<OrgId, Cached>()
  readonly #reading = new Map<OrgId, Promise<Directory>>()

  constructor(pool: Pool, playbooks: readonly Playbook[]) {
    this.#pool = pool
    this.#playbooks = new Map(playbooks.map((playbook) => [playbook.code, playbook]))
  }

  get playbooks(): ReadonlyMap<string, Playbook> {
    return this.#playbooks
  }

  forget(orgId: OrgId): void {
    this.#cache.delete(orgId)
    this.#reading.delete(orgId)
  }

  async read(orgId: OrgId): Promise<Directory> {
    const known = this.#cache.get(orgId)
    if (known !== undefined && performance.now() - known.readAt < FRESH_MS) return known.directory
    const running = this.#reading.get(orgId) ?? this.#load(orgId)
    this.#reading.set(orgId, running)
    return running
  }

  async #load(orgId: OrgId): Promise<Directory> {
    const running = readOrg(this.#pool, orgId, (db) => readDirectory(db, orgId, this.#playbooks))
    try {
      const directory = await running
      this.#cache.set(orgId, { directory, readAt: performance.now() })
      return directory
    } finally {
      this.#reading.delete(orgId)
    }
  }
}

export type Deputy = {
  readonly id: string
  readonly deputy: UserId
  readonly from: string
  readonly until: string
}

async function readDirectory(
  db: Kysely<Database>,
  orgId: OrgId,
  playbooks: ReadonlyMap<string, Playbook>,
): Promise<Directory> {
  const [organisation, sites, rows, phrases] = await Promise.all([
    db
      .selectFrom('organisation')
      .select(['name', 'time_zone', 'demo'])
      .where('org_id', '=', orgId)
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('site')
      .select(['site_id', 'name'])
      .where('org_id', '=', orgId)
      .orderBy('created_at')
      .execute(),
    db
      .selectFrom('person')
      .select([
        'user_id',
        'login',
        'name',
        'site_id',
        'reports_to',
        'active',
        'posts',
        'deputies',
        'qualification',
      ])
      .where('org_id', '=', orgId)
      .orderBy('user_id')
      .execute(),
    readPhrases(db, orgId),
  ])
  const standIns = new Map<UserId, StandIn[]>()
  for (const row of rows) {
    for (const { deputy, from, until } of row.deputies as Deputy[]) {
      standIns.set(deputy, [...(standIns.get(deputy) ?? []), { absent: row.user_id, from, until }])
    }
  }
  const people = rows.map((row): Person => ({
    id: row.user_id,
    name: row.name,
    siteId: row.site_id,
    reportsTo: row.reports_to,
    active: row.active,
    posts: row.posts as HeldPost[],
    standsInFor: standIns.get(row.user_id) ?? [],
    fulfils: fulfilledItems(row.qualification as Qualification),
  }))
  return {
    orgId,
    name: organisation.name,
    zone: organisation.time_zone,
    demo: organisation.demo,
    people: new Map(people.map((person) => [person.id, person])),
    logins: new Map(rows.map((row) => [row.user_id, row.login])),
    sites: new Map(sites.map((site) => [site.site_id, { id: site.site_id, name: site.name }])),
    playbooks: withPhrases(playbooks, phrases),
  }
}
