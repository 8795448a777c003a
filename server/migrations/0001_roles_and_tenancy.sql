-- The ground every later migration stands on (architecture §6). The roles yinuo_app and yinuo_search exist before any
-- migration runs (server/platform/database/ensure-roles.ts): roles belong to the cluster, migrations to one database.

-- All three are "trusted": the owner of a database may create them without being superuser.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists pgcrypto;

-- Nobody but the migrating role makes things here; the application may only use what a migration grants by name.
revoke create on schema public from public;
grant usage on schema public to yinuo_app, yinuo_search;

-- A new function is executable by everyone unless taken away; a SECURITY DEFINER one must never be by oversight.
-- (After the extensions: their operators stay executable.)
alter default privileges revoke execute on functions from public;

-- The organisation of the current transaction; null when none is set, so that policies then match no row.
-- After a transaction the setting reads '' instead of null (commit.md, pitfall 7), hence nullif.
create function current_org() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('yinuo.org', true), '')::uuid;

grant execute on function current_org() to yinuo_app, yinuo_search;

-- What was applied: whether program and database fit (health), and which migrations a backup needs to be restored. The table
-- itself stays out of the application's reach.
grant select on yinuo_migration to yinuo_search;
create function applied_migrations() returns table (name text, checksum text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select m.name, m.checksum from yinuo_migration m order by m.name $$;
alter function applied_migrations() owner to yinuo_search;
grant execute on function applied_migrations() to yinuo_app;
