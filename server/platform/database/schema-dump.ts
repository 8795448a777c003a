import type pg from 'pg'

/**
 * Everything in schema public that a reviewer must see change: tables with columns, constraints, indexes, triggers,
 * policies and grants; functions with owner, security and a hash of the definition. The same text for the same
 * migrations on every machine: the migrating role, whose name differs, is called "admin"; extensions' own things and
 * not-null constraints (listed since PostgreSQL 18, but part of the column) are left out. Stands in for pg_dump, which
 * the embedded PostgreSQL does not bring.
 */
export async function describeSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ line: string }>(STATEMENT)
  return `${rows.map((row) => row.line).join('\n')}\n`
}

/** One row per line; sorted by object, kind of line and the line itself, in code point order. */
const STATEMENT = `
with own as (select oid, relname, relkind, relowner, relacl, relrowsecurity, relforcerowsecurity from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
    and not exists (select from pg_depend where objid = pg_class.oid and deptype in ('e', 'i'))),
routine as (select p.*, format('function %s(%s)', proname, pg_get_function_identity_arguments(oid)) as title
  from pg_proc p where pronamespace = 'public'::regnamespace and prokind in ('f', 'p')
    and not exists (select from pg_depend where objid = p.oid and deptype = 'e')),
described as (select case relkind when 'v' then 'view ' when 'm' then 'materialized view '
    when 'S' then 'sequence ' else 'table ' end || relname as title, own.* from own),
lines (title, place, line) as (
  select 'extension ' || extname, 0, '' from pg_extension where extname <> 'plpgsql'
  union all
  select title, 0, ${ownerOf('relowner')} || case when relrowsecurity then ' row-security' else '' end
    || case when relforcerowsecurity then ' forced' else '' end from described
  union all
  select title, 1000 + attnum, format('column %s %s%s%s%s', attname, format_type(atttypid, atttypmod),
      case when attnotnull then ' not null' else '' end,
      case when attgenerated <> '' then ' generated ' || pg_get_expr(adbin, adrelid)
        when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid) else '' end,
      case attidentity when 'a' then ' identity always' when 'd' then ' identity' else '' end)
    from described join pg_attribute on attrelid = described.oid and attnum > 0 and not attisdropped and relkind <> 'S'
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
  union all
  select title, 5000, format('constraint %s %s', conname, pg_get_constraintdef(con.oid))
    from described join pg_constraint con on conrelid = described.oid and contype <> 'n'
  union all
  select title, 5001, pg_get_indexdef(indexrelid) from described join pg_index on indrelid = described.oid
  union all
  select title, 5002, pg_get_triggerdef(t.oid) from described join pg_trigger t on tgrelid = described.oid
    and not tgisinternal
  union all
  select title, 5003, format('policy %s %s for %s to %s using (%s) check (%s)', polname,
      case when polpermissive then 'permissive' else 'restrictive' end,
      case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(coalesce(rolname, 'public'), ', ' order by rolname) from unnest(polroles) role
        left join pg_roles on pg_roles.oid = role),
      coalesce(pg_get_expr(polqual, polrelid), ''), coalesce(pg_get_expr(polwithcheck, polrelid), ''))
    from described join pg_policy on polrelid = described.oid
  union all
  select title, 5004, ${grantOf('relowner')} from described cross join aclexplode(relacl) ${grantee('relowner')}
  union all
  select title, 5005, ${grantOf('relowner')} || format(' (%s)', attname)
    from described join pg_attribute on attrelid = described.oid cross join aclexplode(attacl) ${grantee('relowner')}
  union all
  select title, 5006, pg_get_viewdef(oid) from described where relkind in ('v', 'm')
  union all
  select title, 0, ${ownerOf('proowner')} || format(' returns %s%s', pg_get_function_result(oid),
    case when prosecdef then ' security-definer' else '' end) from routine
  union all
  select title, 1, 'definition ' || encode(sha256(convert_to(pg_get_functiondef(oid), 'UTF8')), 'hex') from routine
  union all
  select title, 2, ${grantOf('proowner')} from routine cross join
    aclexplode(coalesce(proacl, acldefault('f', proowner))) ${grantee('proowner')}
  union all
  select 'enum ' || typname, 0, string_agg(enumlabel, ', ' order by enumsortorder) from pg_type
    join pg_enum on enumtypid = pg_type.oid where typnamespace = 'public'::regnamespace group by typname
  union all
  select 'domain ' || typname, 0, format('%s%s', format_type(typbasetype, typtypmod), (select string_agg(' '
      || pg_get_constraintdef(con.oid), '' order by conname) from pg_constraint con where contypid = pg_type.oid))
    from pg_type where typtype = 'd' and typnamespace = 'public'::regnamespace
  union all
  select 'schema public', 0, ${grantOf('nspowner')} from pg_namespace cross join aclexplode(nspacl) ${grantee('nspowner')}
    where nspname = 'public'
)
select rtrim(case when place = 0 then title || ' ' || line else '  ' || line end) as line
  from lines where line is not null order by title collate "C", place, line collate "C"`

function ownerOf(column: string): string {
  return `format('owner %s', case when ${column} = (select datdba from pg_database
    where datname = current_database()) or ${column} = current_user::regrole then 'admin'
    else pg_get_userbyid(${column}) end)`
}

function grantee(owner: string): string {
  return `acl left join pg_roles grantee on grantee.oid = acl.grantee and acl.grantee <> ${owner}`
}

/** null for the owner's own rights: such lines are dropped at the end. */
function grantOf(owner: string): string {
  return `case when acl.grantee <> ${owner} then format('grant %s to %s', lower(privilege_type),
    coalesce(grantee.rolname, 'public')) end`
}
