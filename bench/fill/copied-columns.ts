import type { Client } from 'pg'

type Column = { readonly name: string; readonly type: string }

/** How a column of a copy is made, by its type; `own` names the columns that are made otherwise. */
export type Copying = {
  readonly own: Readonly<Record<string, string>>
  readonly byType?: Readonly<Record<string, (column: string) => string>>
}

/**
 * `insert into table (all its columns) select …` up to the FROM: every column that exists is copied, so that a column added
 * to the table later needs no change here. The row to copy is called `t`.
 */
export async function insertCopied(
  admin: Client,
  table: string,
  { own, byType = {} }: Copying,
): Promise<string> {
  const { rows } = await admin.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  )
  const made = rows.map(({ name, type }) => own[name] ?? byType[type]?.(`t.${name}`) ?? `t.${name}`)
  return `insert into ${table} (${rows.map(({ name }) => name).join(', ')}) select ${made.join(', ')}`
}
