import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/index.ts'
import { APP_ROLE, SEARCH_ROLE } from './ensure-roles.ts'

/** Tables whose primary key need not begin with org_id, each with its reason. */
const KEY_WITHOUT_ORGANISATION: Record<string, string> = {
  organisation: 'it is the organisation: its own id is the org_id of all others',
  login_attempt: 'counted before any organisation is known, by name and address',
}
/** Tables no policy can bind to one organisation, each with its reason. The application must have no right on them. */
const WITHOUT_ROW_SECURITY: Record<string, string> = {
  yinuo_migration: 'belongs to the migrating role',
  login_attempt: 'reached through SECURITY DEFINER functions only',
}
/** What happened is added to and never changed (architecture §3). */
const APPEND_ONLY_TABLES = ['event', 'refusal']

interface Table {
  name: string
  key: string[] | null
  enabled: boolean
  forced: boolean
  policies: number
  app_rights: string[]
}

let database: TestDatabase
let tables: Table[]

beforeAll(async () => {
  database = await createTestDatabase()
  tables = (await database.admin.query<Table>(TABLES, [APP_ROLE])).rows
})
afterAll(() => database.drop())

describe('every organisation sees its own rows only (architecture §6)', () => {
  test('every table leads with org_id in its primary key', () => {
    const wrong = tables.filter(
      ({ name, key }) =>
        name !== 'yinuo_migration' && key?.[0] !== 'org_id' && !(name in KEY_WITHOUT_ORGANISATION),
    )
    expect(wrong.map(({ name, key }) => `${name} (${key?.join(', ') ?? 'no key'})`)).toEqual([])
  })

  test('every table has row-level security, forced, and a policy', () => {
    const wrong = tables.filter(
      ({ name, enabled, forced, policies }) =>
        !(enabled && forced && policies > 0) && !(name in WITHOUT_ROW_SECURITY),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  test('the application has no right on a table without row-level security', () => {
    const reached = tables.filter(
      ({ name, app_rights: rights }) => name in WITHOUT_ROW_SECURITY && rights.length > 0,
    )
    expect(reached.map(({ name, app_rights: rights }) => `${name}: ${rights.join()}`)).toEqual([])
  })

  test('what happened can only be added to: the application cannot change, delete or truncate it', () => {
    const changeable = tables.filter(
      ({ name, app_rights: rights }) =>
        APPEND_ONLY_TABLES.includes(name) &&
        rights.some((right) => right !== 'SELECT' && right !== 'INSERT'),
    )
    expect(changeable.map(({ name, app_rights: rights }) => `${name}: ${rights.join()}`)).toEqual(
      [],
    )
  })

  test('the application cannot empty, reference or put triggers on any table', () => {
    const beyond = tables.filter(({ app_rights: rights }) =>
      rights.some((right) => /TRUN|REF|TRIG/.test(right)),
    )
    expect(beyond.map(({ name }) => name)).toEqual([])
  })
})

describe('the roles of the program (architecture §6)', () => {
  test('neither bypasses row-level security, and neither is a member of another role', async () => {
    const { rows } = await database.admin.query(
      `select rolname as role, rolcanlogin as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
         or rolreplication as mighty, (select count(*) from pg_auth_members where member = pg_roles.oid) as memberships
       from pg_roles where rolname = any($1) order by rolname`,
      [[APP_ROLE, SEARCH_ROLE]],
    )
    expect(rows).toEqual([
      { role: APP_ROLE, login: true, mighty: false, memberships: 0 },
      { role: SEARCH_ROLE, login: false, mighty: false, memberships: 0 },
    ])
  })

  test('yinuo_app owns nothing and may create nothing but temporary tables', async () => {
    const { rows } = await database.admin.query(
      `select (select count(*) from pg_shdepend where refobjid = $1::regrole and deptype = 'o') as owned,
        has_schema_privilege($1, 'public', 'create') as in_schema,
        has_database_privilege($1, current_database(), 'create') as in_database`,
      [APP_ROLE],
    )
    expect(rows).toEqual([{ owned: 0, in_schema: false, in_database: false }])
  })

  test('yinuo_search owns functions only, and may create nothing after a migration', async () => {
    const { rows } = await database.admin.query(
      `select (select count(*) from pg_shdepend where refobjid = $1::regrole and deptype = 'o'
          and classid <> 'pg_proc'::regclass) as owned_otherwise,
        has_schema_privilege($1, 'public', 'create') as in_schema`,
      [SEARCH_ROLE],
    )
    expect(rows).toEqual([{ owned_otherwise: 0, in_schema: false }])
  })

  test('a function that runs with its owner’s rights fixes its search_path and is not open to everyone', async () => {
    const { rows } = await database.admin.query(
      `select oid::regprocedure::text as name from pg_proc
       where pronamespace = 'public'::regnamespace and prosecdef
         and (not coalesce(array_to_string(proconfig, ' '), '') like '%search_path=%'
           or exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0))`,
    )
    expect(rows).toEqual([])
  })
})

const TABLES = `
select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
  (select count(*) from pg_policy where polrelid = pg_class.oid) as policies,
  (select array_agg(attname::text order by place) from pg_constraint,
     unnest(conkey) with ordinality as part (number, place)
     join pg_attribute on attnum = number where conrelid = pg_class.oid and contype = 'p' and attrelid = pg_class.oid
  ) as key,
  array(select kind from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) kind
    where case when kind in ('DELETE', 'TRUNCATE', 'TRIGGER') then has_table_privilege($1, pg_class.oid, kind)
      else has_any_column_privilege($1, pg_class.oid, kind) end) as app_rights
from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
order by relname`
