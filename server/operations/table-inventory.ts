import { escapeIdentifier, type Client } from 'pg'

/** A table as a backup takes it along. */
export type BackupTable = {
  readonly name: string
  /** In the order in which they are copied; what the database generates itself is left out. */
  readonly columns: readonly string[]
  /** Primary key, beginning with org_id: the order of the rows, so that equal content gives equal checksums. */
  readonly key: readonly string[]
}

/** Not in a backup, each with its reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  yinuo_migration: 'told by the manifest; restoring runs the migrations themselves',
  login_attempt: 'counts failed log-ins of the last quarter of an hour',
}

type Found = {
  readonly name: string
  readonly kind: string
  readonly columns: string[]
  readonly key: string[] | null
  readonly readable: boolean
  readonly parents: string[]
}

/**
 * Every table of the program, parents before the tables whose foreign keys name them. Throws on anything it could not bring
 * back (a sequence, a table without org_id in front of its key, one that the application may not read): better no backup than
 * one that lacks something.
 */
export async function readTables(client: Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<Found>(STATEMENT)
  const tables = rows.filter(({ name }) => !(name in LEFT_OUT))
  for (const table of tables) demandRestorable(table)
  return parentsFirst(tables)
}

/** What is copied of a table: `t (a, b)` to read it in, `select a, b from t order by key` to write it out. */
export function copyTexts(table: BackupTable): { readonly into: string; readonly all: string } {
  const list = (names: readonly string[]): string => names.map(escapeIdentifier).join(', ')
  const name = escapeIdentifier(table.name)
  return {
    into: `${name} (${list(table.columns)})`,
    all: `select ${list(table.columns)} from ${name} order by ${list(table.key)}`,
  }
}

function demandRestorable({ name, kind, key, readable }: Found): void {
  if (kind !== 'r') throw new Error(`backup: ${name} is no plain table (${kind})`)
  if (key?.[0] !== 'org_id')
    throw new Error(`backup: the key of ${name} does not begin with org_id`)
  if (!readable) throw new Error(`backup: the application may not read ${name}`)
}

function parentsFirst(tables: readonly Found[]): readonly BackupTable[] {
  const sorted = new Map<string, BackupTable>()
  const waiting = [...tables]
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ name, parents }) =>
      parents.every((parent) => parent === name || sorted.has(parent)),
    )
    const [next] = waiting.splice(at, 1)
    if (at < 0 || next === undefined)
      throw new Error(`backup: foreign keys in a circle: ${waiting.map((one) => one.name).join()}`)
    sorted.set(next.name, { name: next.name, columns: next.columns, key: next.key ?? [] })
  }
  return [...sorted.values()]
}

const STATEMENT = `
select c.relname as name, c.relkind as kind,
  array(select attname::text from pg_attribute
    where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
  (select array_agg(attname::text order by place) from unnest(i.indkey) with ordinality as k (attnum, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum) as key,
  has_table_privilege(current_user, c.oid, 'select') as readable,
  array(select distinct confrelid::regclass::text from pg_constraint where conrelid = c.oid and contype = 'f') as parents
from pg_class c left join pg_index i on i.indrelid = c.oid and i.indisprimary
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'S', 'f')
  and not exists (select from pg_depend where objid = c.oid and deptype = 'e')
order by c.relname collate "C"`
