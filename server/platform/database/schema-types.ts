import type pg from 'pg'

interface Column {
  readonly relation: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly filled: 'always' | 'default' | 'never'
}

/**
 * The TypeScript file with one interface per table and view of schema public, for Kysely: types as `column-values.ts`
 * delivers them. Our own 60 lines, because kysely-codegen knows neither Temporal nor our int8, and brings its own driver
 * set-up for what is one catalog query.
 */
export async function describeTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(STATEMENT)
  const relations = Map.groupBy(rows, (row) => row.relation)
  const interfaces = [...relations].map(([name, columns]) => interfaceOf(name, columns))
  const tables = [...relations.keys()].map((name) => `  ${name}: ${interfaceName(name)}\n`)
  const used = ['Generated', 'GeneratedAlways'].filter((word) =>
    interfaces.some((text) => text.includes(`${word}<`)),
  )
  const imports = used.length > 0 ? `import type { ${used.join(', ')} } from 'kysely'\n\n` : ''
  return `// Written by generate-types.ts from the migrated database; a test checks that it is current.\n${imports}${interfaces.join('\n')}
export interface Database {${tables.length > 0 ? `\n${tables.join('')}` : ''}}\n`
}

function interfaceOf(relation: string, columns: readonly Column[]): string {
  const lines = columns.map((column) => `  ${column.column}: ${typeOf(column)}\n`)
  return `export interface ${interfaceName(relation)} {\n${lines.join('')}}\n`
}

function interfaceName(relation: string): string {
  const words = relation.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1))
  return `${words.join('')}Table`
}

function typeOf(column: Column): string {
  const plain = scalar(column.type)
  const read = column.nullable && plain !== 'unknown' ? `${plain} | null` : plain
  if (column.filled === 'always') return `GeneratedAlways<${read}>`
  return column.filled === 'default' ? `Generated<${read}>` : read
}

const SCALARS: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'Temporal.PlainDate',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  interval: 'Temporal.Duration',
  json: 'unknown',
  jsonb: 'unknown',
  time: 'Temporal.PlainTime',
  timestamp: 'Temporal.PlainDateTime',
  timestamptz: 'Temporal.Instant',
}

/** An unlisted type (text, uuid, numeric, inet, tsvector …) arrives as text. An array's name begins with "_". */
function scalar(type: string): string {
  if (type.startsWith('_')) return `${scalar(type.slice(1))}[]`
  return SCALARS[type] ?? 'string'
}

const STATEMENT = `
select relname as relation, attname as column,
  case when base.typtype = 'd' then (select typname from pg_type where oid = base.typbasetype) else base.typname end as type,
  not (attnotnull or base.typnotnull) as nullable,
  case when attgenerated <> '' or attidentity = 'a' then 'always'
    when atthasdef or attidentity = 'd' then 'default' else 'never' end as filled
from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
  join pg_type base on base.oid = atttypid
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition
  and relname <> 'yinuo_migration'
  and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
order by relname collate "C", attnum`
