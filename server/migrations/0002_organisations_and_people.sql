-- Organisations, their sites and people, log-ins. Everything leads with org_id and is kept apart by row-level security.

create table organisation (
  org_id uuid primary key,
  name text not null,
  time_zone text not null default 'Asia/Shanghai',
  demo boolean not null default false,
  -- The movable business clock of a demo (SYS-05): an offset, or a moment at which it stands still.
  clock_offset interval not null default '0',
  clock_frozen_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint clock_moves_only_in_demo check (demo or (clock_offset = '0' and clock_frozen_at is null))
);

create table site (
  org_id uuid not null references organisation,
  site_id uuid not null,
  name text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, site_id),
  unique (org_id, name)
);

create table person (
  org_id uuid not null references organisation,
  user_id uuid not null,
  -- Unique over all organisations: people log in before any organisation is known.
  login text collate "C" not null unique check (login ~ '^[a-z0-9._-]{3,40}$'),
  name text not null,
  site_id uuid not null,
  reports_to uuid,
  active boolean not null default true,
  -- [{playbook, post}]; [{id, deputy, from, until}]; {item: {result, value, by, at, reason}}
  posts jsonb not null default '[]',
  deputies jsonb not null default '[]',
  qualification jsonb not null default '{}',
  version int not null,
  seq int not null,
  head_hash bytea not null,
  primary key (org_id, user_id),
  foreign key (org_id, site_id) references site,
  foreign key (org_id, reports_to) references person
);

-- Apart from the person, so that no list of people ever carries a hash.
create table credential (
  org_id uuid not null,
  user_id uuid not null,
  password_hash text not null,
  -- Set by an administrator: whoever logs in with it may only change it (SYS-24).
  one_time boolean not null default false,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references person
);

create table session (
  org_id uuid not null,
  session_id uuid not null,
  user_id uuid not null,
  -- SHA-256 of the opaque token; the token itself is nowhere.
  token_hash bytea not null unique,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (org_id, session_id),
  foreign key (org_id, user_id) references person
);
create index session_by_user on session (org_id, user_id) where revoked_at is null;

-- Failed log-ins by account and by address, hashed; before any organisation is known, so without org_id.
create table login_attempt (
  subject bytea not null primary key,
  window_start timestamptz not null,
  failures int not null
);

do $$
declare t text;
begin
  foreach t in array array['organisation', 'site', 'person', 'credential', 'session', 'login_attempt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy own_organisation on organisation to yinuo_app using (org_id = current_org()) with check (org_id = current_org());
create policy own_organisation on site to yinuo_app using (org_id = current_org()) with check (org_id = current_org());
create policy own_organisation on person to yinuo_app using (org_id = current_org()) with check (org_id = current_org());
create policy own_organisation on credential to yinuo_app using (org_id = current_org()) with check (org_id = current_org());
create policy own_organisation on session to yinuo_app using (org_id = current_org()) with check (org_id = current_org());
-- What comes before any organisation is known goes through the functions below, which return ids only.
create policy before_login on organisation for select to yinuo_search using (true);
create policy before_login on person for select to yinuo_search using (true);
create policy before_login on credential for select to yinuo_search using (true);
create policy before_login on session for select to yinuo_search using (true);
create policy before_login on login_attempt to yinuo_search using (true) with check (true);

grant select, insert on organisation, site, person, credential, session to yinuo_app;
grant update (clock_offset, clock_frozen_at, name) on organisation to yinuo_app;
grant update (name) on site to yinuo_app;
grant update (name, site_id, reports_to, active, posts, deputies, qualification, version, seq, head_hash) on person to yinuo_app;
grant update (password_hash, one_time, changed_at) on credential to yinuo_app;
grant update (revoked_at, expires_at) on session to yinuo_app;
grant select on organisation, person, session to yinuo_search;
grant select (org_id, user_id, one_time) on credential to yinuo_search;
grant select, insert, update, delete on login_attempt to yinuo_search;

-- Whose token is this? Nothing for a token that is unknown, revoked or over.
create function find_session(p_token_hash bytea)
  returns table (org_id uuid, user_id uuid, session_id uuid, one_time boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.org_id, s.user_id, s.session_id, coalesce(c.one_time, false)
    from session s join person p on p.org_id = s.org_id and p.user_id = s.user_id
      left join credential c on c.org_id = s.org_id and c.user_id = s.user_id
    where s.token_hash = p_token_hash and s.revoked_at is null and s.expires_at > clock_timestamp() and p.active
  $$;

create function find_login(p_login text)
  returns table (org_id uuid, user_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select p.org_id, p.user_id from person p where p.login = p_login and p.active $$;

create function organisation_count()
  returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*) from organisation $$;

-- Every organisation, for the work that goes over all of them (due clocks, seals).
create function all_organisations()
  returns table (org_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select o.org_id from organisation o $$;

-- How many seconds this subject (account or address, hashed) still has to wait; 0 when it may try.
create function login_wait(p_subject bytea, p_limit int, p_window interval)
  returns int
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce((
      select ceil(extract(epoch from a.window_start + p_window - clock_timestamp()))::int
      from login_attempt a
      where a.subject = p_subject and a.failures >= p_limit and a.window_start + p_window > clock_timestamp()
    ), 0)
  $$;

create function login_failed(p_subject bytea, p_window interval)
  returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into login_attempt as a (subject, window_start, failures) values (p_subject, clock_timestamp(), 1)
    on conflict (subject) do update set
      failures = case when a.window_start + p_window > clock_timestamp() then a.failures + 1 else 1 end,
      window_start = case when a.window_start + p_window > clock_timestamp() then a.window_start else clock_timestamp() end
  $$;

create function login_succeeded(p_subject bytea)
  returns void
  language sql security definer set search_path = public, pg_temp
  as $$ delete from login_attempt where subject = p_subject $$;

do $$
declare f text;
begin
  foreach f in array array[
    'find_session(bytea)', 'find_login(text)', 'organisation_count()', 'all_organisations()',
    'login_wait(bytea, int, interval)', 'login_failed(bytea, interval)', 'login_succeeded(bytea)'
  ] loop
    execute format('alter function %s owner to yinuo_search', f);
    execute format('grant execute on function %s to yinuo_app', f);
  end loop;
end $$;

-- Business time: the database's clock, or the moved clock of a demo (SYS-04, SYS-05).
create function business_now(p_org uuid) returns timestamptz
  language sql stable
  as $$ select coalesce(o.clock_frozen_at, clock_timestamp() + o.clock_offset) from organisation o where o.org_id = p_org $$;
grant execute on function business_now(uuid) to yinuo_app;

create function organisation_clock(p_org uuid) returns table (moved float8, frozen float8)
  language plpgsql
  as $$
  begin
    perform set_config('yinuo.org', p_org::text, true);
    return query
      select extract(epoch from o.clock_offset)::float8 * 1000, extract(epoch from o.clock_frozen_at)::float8 * 1000
      from organisation o where o.org_id = p_org;
  end $$;
grant execute on function organisation_clock(uuid) to yinuo_app;
