import { type Client, type DatabaseError, escapeIdentifier, escapeLiteral } from 'pg'
import { asAdmin } from './admin-connection.ts'
import { urlForUser } from './connection-url.ts'
import { scramVerifier } from './scram-verifier.ts'
import { StartFailure } from './start-failure.ts'

/** What the program works as: it owns nothing and row-level security binds it. */
export const APP_ROLE = 'yinuo_app'
/** Owner of the SECURITY DEFINER functions; nobody can log in as it. */
export const SEARCH_ROLE = 'yinuo_search'

const LEAST_SERVER_VERSION = 150_000
const ROLE_LOCK = 'yinuo roles'

/**
 * Makes the two roles and gives yinuo_app its password; resolves to the URL the program works with. Refuses with
 * StartFailure: PostgreSQL < 15, a role that could bypass row-level security, and (with the SQL to run) an
 * administrator who may not create roles. A role that already lets us in is left as it is.
 */
export async function ensureRoles(adminUrl: string, appPassword: string): Promise<string> {
  const appUrl = urlForUser(adminUrl, APP_ROLE, appPassword)
  await asAdmin(adminUrl, async (client) => {
    await refuseOldServer(client)
    // Roles belong to the whole cluster: nodes and test databases that start together would collide.
    await client.query('select pg_advisory_lock(hashtext($1))', [ROLE_LOCK])
    try {
      await makeRoles(client, appUrl, appPassword)
    } catch (error) {
      if ((error as DatabaseError).code === INSUFFICIENT_PRIVILEGE)
        throw sqlToRun(await whoAmI(client))
      throw error
    }
    await client.query(
      `grant connect on database ${escapeIdentifier(await currentDatabase(client))} to ${APP_ROLE}`,
    )
  })
  return appUrl
}

const INSUFFICIENT_PRIVILEGE = '42501'

async function makeRoles(client: Client, appUrl: string, appPassword: string): Promise<void> {
  const roles = await client.query<{ rolname: string; unsafe: boolean }>(
    `select rolname, rolsuper or rolbypassrls or rolcreaterole as unsafe from pg_roles where rolname = any($1)`,
    [[APP_ROLE, SEARCH_ROLE]],
  )
  const unsafe = roles.rows.find((role) => role.unsafe)
  if (unsafe) throw unsafeRole(unsafe.rolname)
  const has = (name: string) => roles.rows.some((role) => role.rolname === name)

  if (!has(SEARCH_ROLE)) await client.query(`create role ${SEARCH_ROLE} nologin`)
  // To hand functions over to it (PostgreSQL 16+ no longer gives the creator that right by itself).
  const member = await client.query<{ ok: boolean }>(`select pg_has_role($1, 'member') as ok`, [
    SEARCH_ROLE,
  ])
  if (!member.rows[0]?.ok)
    await client.query(`grant ${SEARCH_ROLE} to ${escapeIdentifier(await whoAmI(client))}`)

  const password = escapeLiteral(scramVerifier(appPassword))
  if (!has(APP_ROLE)) await client.query(`create role ${APP_ROLE} login password ${password}`)
  else if (!(await letsUsIn(appUrl))) {
    await client.query(`alter role ${APP_ROLE} login password ${password}`)
  }
}

async function letsUsIn(appUrl: string): Promise<boolean> {
  try {
    await asAdmin(appUrl, async () => {})
    return true
  } catch {
    return false
  }
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  const version = rows[0]
  if (version === undefined || version.number >= LEAST_SERVER_VERSION) return
  throw new StartFailure(
    `需要 PostgreSQL 15 以上，DATABASE_URL 指向的是 ${version.name}，请升级数据库。`,
    `PostgreSQL 15 or newer is needed; DATABASE_URL names ${version.name}. Upgrade that database.`,
  )
}

function unsafeRole(role: string): StartFailure {
  return new StartFailure(
    `数据库角色 ${role} 能绕过行级安全，不能使用，请执行：alter role ${role} nosuperuser nobypassrls nocreaterole;`,
    `Database role ${role} could bypass row-level security. Run: alter role ${role} nosuperuser nobypassrls nocreaterole;`,
  )
}

function sqlToRun(admin: string): StartFailure {
  const sql = `create role ${APP_ROLE} login password '…'; create role ${SEARCH_ROLE} nologin; grant ${SEARCH_ROLE} to ${escapeIdentifier(admin)};`
  return new StartFailure(
    `DATABASE_URL 的用户 ${admin} 不能创建角色，请由数据库管理员执行：${sql} 并把口令设为环境变量 YINUO_APP_PASSWORD。`,
    `The DATABASE_URL user ${admin} may not create roles. Have an administrator run: ${sql} and set YINUO_APP_PASSWORD to that password.`,
  )
}

async function whoAmI(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_user as name')
  return rows[0]?.name ?? ''
}

async function currentDatabase(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  return rows[0]?.name ?? ''
}
