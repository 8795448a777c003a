import type { Client } from 'pg'

/** What may be written by a call that changes nothing: that it was refused, and what failed log-ins count. */
const APART: ReadonlySet<string> = new Set(['refusal', 'login_attempt'])

/**
 * One text for everything an organisation has in the database, so that "nothing changed" is asked of every table there is, also
 * of those that come later. As the owner: a superuser, or row-level security must not be forced.
 */
export async function fingerprints(
  admin: Client,
  orgIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'org_id' order by 1`,
  )
  const names = tables.map(({ name }) => name).filter((name) => !APART.has(name))
  if (names.length < 15) throw new Error(`only ${names.length} tables were found`)
  const parts = names.map(
    (name) => `select '${name}' || coalesce(string_agg(t::text, '|' order by t::text), '') as part
               from ${name} t where t.org_id = o.org_id`,
  )
  const { rows } = await admin.query<{ org_id: string; print: string }>(
    `select o.org_id, md5((select string_agg(p.part, '#') from (${parts.join(' union all ')}) p)) as print
     from unnest($1::uuid[]) as o (org_id)`,
    [orgIds],
  )
  return new Map(rows.map((row) => [row.org_id, row.print]))
}
