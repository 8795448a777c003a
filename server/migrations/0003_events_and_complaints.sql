-- The append-only log, complaints, commitments and what hangs on them.

create table event (
  org_id uuid not null,
  stream_id uuid not null,
  seq int not null,
  noun text not null,
  type text not null,
  actor_id uuid,
  -- Both times (architecture §5), both part of the hash.
  business_at timestamptz not null,
  real_at timestamptz not null,
  -- {field: H(salt || value)}: the chain covers these, so values can be erased and the chain still holds.
  digests jsonb not null,
  hash bytea not null,
  primary key (org_id, stream_id, seq)
);
-- For the hourly seal: what was written lately. Block ranges, because a tree would cost every append.
create index event_by_time on event using brin (real_at) with (autosummarize = on);

-- Values and salts beside the event; erased field by field when the law asks (SYS-28).
create table event_value (
  org_id uuid not null,
  stream_id uuid not null,
  seq int not null,
  fields jsonb not null,
  salts jsonb not null,
  primary key (org_id, stream_id, seq)
);

create table refusal (
  org_id uuid not null,
  refusal_id uuid not null,
  noun text not null,
  subject_id uuid,
  actor_id uuid,
  command text not null,
  unmet jsonb not null,
  business_at timestamptz not null,
  real_at timestamptz not null default clock_timestamp(),
  primary key (org_id, refusal_id)
);
create index refusal_by_subject on refusal (org_id, subject_id) where subject_id is not null;

create table idempotency (
  org_id uuid not null,
  user_id uuid not null,
  key text not null,
  input_hash bytea not null,
  status smallint not null,
  subject_id uuid not null,
  version int not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, user_id, key)
);

create table customer (
  org_id uuid not null references organisation,
  customer_id uuid not null,
  -- Number of the outside system it was imported from; imports find their row by it.
  outside_code text,
  name text not null,
  -- Simplified, one width, lower case; and its character pairs, for search.
  name_key text collate "C" not null,
  name_grams text[] not null,
  party text not null,
  phone text not null default '',
  -- Digits only, forwards for prefixes and backwards for tails.
  phone_digits text collate "C" not null default '',
  phone_reversed text collate "C" not null default '',
  address text not null default '',
  salutation text not null default '',
  responsible text not null default '',
  products text not null default '',
  contacts jsonb not null default '[]',
  note text not null default '',
  -- Long-term trade relation ('long-term', 'new' or not known), since when, business expected (CUS-03).
  trade text not null default '',
  since text not null default '',
  prospects text not null default '',
  -- The agent an end user buys from (CUS-09).
  agent_id uuid,
  -- {item: {at, by}}: when each of the four items was last confirmed, by whom (CUS-01).
  confirmed jsonb not null default '{}',
  version int not null,
  seq int not null,
  head_hash bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, customer_id),
  foreign key (org_id, agent_id) references customer
);
create unique index customer_by_outside_code on customer (org_id, outside_code) where outside_code is not null;
create index customer_by_agent on customer (org_id, agent_id, name_key) where agent_id is not null;
create index customer_by_name on customer (org_id, name_key);
create index customer_by_phone on customer (org_id, phone_digits) where phone_digits <> '';
create index customer_by_phone_tail on customer (org_id, phone_reversed) where phone_reversed <> '';
create index customer_by_grams on customer using gin (org_id, name_grams);

-- What the organisation says for or against in a playbook (SPK-27). `code` is the shipped phrase it takes the place of.
create table phrase (
  org_id uuid not null references organisation,
  phrase_id uuid not null,
  playbook text not null,
  code text,
  level text not null check (level in ('block', 'warn', 'recommended', 'off')),
  says text[] not null,
  instead text not null default '',
  source text not null default '',
  valid_from date not null,
  version int not null,
  seq int not null,
  head_hash bytea not null,
  primary key (org_id, phrase_id)
);

create table product (
  org_id uuid not null references organisation,
  product_id uuid not null,
  code text not null,
  name text not null,
  spec text not null default '',
  unit text not null default '',
  primary key (org_id, product_id),
  unique (org_id, code)
);

create table invoice (
  org_id uuid not null,
  invoice_id uuid not null,
  number text collate "C" not null,
  customer_id uuid not null,
  purchased_on date not null,
  primary key (org_id, invoice_id),
  unique (org_id, number),
  foreign key (org_id, customer_id) references customer
);
create index invoice_by_customer on invoice (org_id, customer_id);

create table invoice_line (
  org_id uuid not null,
  invoice_id uuid not null,
  line int not null,
  product_id uuid not null,
  batch text not null default '',
  quantity numeric not null,
  primary key (org_id, invoice_id, line),
  foreign key (org_id, invoice_id) references invoice,
  foreign key (org_id, product_id) references product
);

create table intake_draft (
  org_id uuid not null,
  draft_id uuid not null,
  owner_id uuid not null,
  playbook text not null,
  received_at timestamptz not null,
  saved_at timestamptz not null,
  revision int not null,
  content jsonb not null,
  -- Emptied on submission; what was registered stands on the case.
  complaint_id uuid,
  discarded_reason text,
  primary key (org_id, draft_id),
  foreign key (org_id, owner_id) references person
);
create index intake_draft_open on intake_draft (org_id, owner_id) where complaint_id is null and discarded_reason is null;

create table complaint (
  org_id uuid not null,
  complaint_id uuid not null,
  number text collate "C" not null,
  version int not null,
  -- Last event of the stream: kept here so that appending needs no look at the log.
  seq int not null,
  head_hash bytea not null,
  last_event_at timestamptz not null,
  state jsonb not null,
  -- What lists filter and sort by.
  playbook text not null,
  site_id uuid not null,
  customer_id uuid,
  customer_name text not null,
  party text not null,
  reason text not null,
  channel text not null,
  status text not null,
  step text not null,
  recorder_id uuid not null,
  owner_id uuid not null,
  handover_to uuid,
  risk smallint,
  daily_loss_fen bigint,
  received_at timestamptz not null,
  last_activity_at timestamptz not null,
  signed_at timestamptz,
  acknowledged_at timestamptz,
  chased_at timestamptz,
  closed_at timestamptz,
  -- Due time of the open commitment with the least time left; far future when there is none, so that order needs no nulls.
  next_due_at timestamptz not null,
  -- The same, moved forward for a high word-of-mouth risk (ESC-14): the order of lists.
  rank_at timestamptz not null,
  -- Whose word it waits for: plan or ending (a leader's), scan (a second person's).
  awaiting text,
  primary key (org_id, complaint_id),
  foreign key (org_id, site_id) references site,
  foreign key (org_id, customer_id) references customer
);
create unique index complaint_by_number on complaint (org_id, number);
create index complaint_open_by_time_left on complaint (org_id, rank_at, complaint_id) where closed_at is null;
create index complaint_by_owner on complaint (org_id, owner_id, rank_at) where closed_at is null;
create index complaint_closed_by_owner on complaint (org_id, owner_id, received_at) where closed_at is not null;
-- What one sees by having a hand in it is put together from these (a bitmap of each).
create index complaint_by_recorder on complaint (org_id, recorder_id, received_at);
create index complaint_by_handover on complaint (org_id, handover_to) where handover_to is not null and closed_at is null;
create index complaint_awaiting on complaint (org_id, awaiting, rank_at) where awaiting is not null and closed_at is null;
-- Few, and gone when signed: a registration signed at once never enters it.
create index complaint_unsigned on complaint (org_id, complaint_id) where signed_at is null and closed_at is null;
create index complaint_by_daily_loss on complaint (org_id, daily_loss_fen) where daily_loss_fen > 0 and closed_at is null;
create index complaint_by_received on complaint (org_id, received_at, complaint_id);
create index complaint_by_customer on complaint (org_id, customer_id, received_at) where customer_id is not null;

-- Who else has had a hand in a case, beside recorder, owner and addressee of a hand-over: what sight `involved` reads.
create table complaint_involved (
  org_id uuid not null,
  user_id uuid not null,
  complaint_id uuid not null,
  primary key (org_id, user_id, complaint_id),
  foreign key (org_id, complaint_id) references complaint
);

create table task (
  org_id uuid not null,
  task_id uuid not null,
  complaint_id uuid not null,
  post text not null,
  state text not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (org_id, task_id),
  foreign key (org_id, complaint_id) references complaint
);
create index task_by_post on task (org_id, post, state, created_at);
create index task_by_complaint on task (org_id, complaint_id);

create table commitment (
  org_id uuid not null,
  commitment_id uuid not null,
  complaint_id uuid not null,
  kind text not null,
  clock text not null,
  -- Number of its events so far, which is also what its writer expects.
  seq int not null,
  head_hash bytea not null,
  state jsonb not null,
  owner_id uuid,
  outcome text not null,
  due_at timestamptz not null,
  warn_at timestamptz,
  missed_at timestamptz,
  met_at timestamptz,
  next_fire_at timestamptz,
  primary key (org_id, commitment_id),
  foreign key (org_id, complaint_id) references complaint
);
-- The worker's only question: what is due now (architecture §5).
create index commitment_due on commitment (org_id, next_fire_at) where next_fire_at is not null;
-- Cases that have fallen silent and been told of (ESC-13): only these enter it, so it costs nothing until then.
create index commitment_silent on commitment (org_id, complaint_id)
  where outcome = 'open' and missed_at = due_at and state -> 'quietSpan' <> 'null';
create index commitment_by_complaint on commitment (org_id, complaint_id);
-- My day: what presses now, what was promised by mouth, what was done today. Settled deadlines grow for ever and stand in the
-- last one alone.
create index commitment_pressing on commitment (org_id, owner_id, due_at)
  where outcome = 'open' or (outcome = 'broken' and met_at is null);
create index commitment_promised on commitment (org_id, owner_id, due_at) where kind = 'promise';
create index commitment_met on commitment (org_id, owner_id, met_at) where met_at is not null;

create table notice (
  org_id uuid not null,
  notice_id uuid not null,
  user_id uuid not null,
  kind text not null,
  complaint_id uuid,
  commitment_id uuid,
  stage int,
  actor_id uuid,
  content jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (org_id, notice_id)
);
create index notice_by_user on notice (org_id, user_id, created_at);
-- A stage of a clock tells one person once, however many workers run.
create unique index notice_once on notice (org_id, commitment_id, stage, user_id) where commitment_id is not null;

create table attachment (
  org_id uuid not null,
  attachment_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  sha256 bytea not null,
  uploaded_by uuid not null,
  complaint_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (org_id, attachment_id)
);

create table import_run (
  org_id uuid not null,
  import_id uuid not null,
  kind text not null,
  file_name text not null,
  created_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  -- The good rows until they are imported, the bad ones as they were; emptied of the good ones when it is done.
  content jsonb not null,
  -- How far the run is and what it did: moved with every batch, so apart from the content, which is large.
  result jsonb not null default '{}',
  done_at timestamptz,
  primary key (org_id, import_id)
);

create table number_block (
  org_id uuid not null,
  prefix text not null,
  day date not null,
  next int not null,
  primary key (org_id, prefix, day)
);

-- Heads of the streams that moved since the seal before, under a code made with a key kept outside the database.
create table seal (
  org_id uuid not null,
  number int not null,
  sealed_at timestamptz not null,
  heads jsonb not null,
  mac bytea not null,
  primary key (org_id, number)
);

do $$
declare t text;
begin
  foreach t in array array[
    'event', 'event_value', 'refusal', 'idempotency', 'customer', 'phrase', 'product', 'invoice', 'invoice_line', 'intake_draft', 'complaint',
    'complaint_involved', 'task', 'commitment', 'notice', 'attachment', 'import_run', 'number_block', 'seal'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_organisation on %I to yinuo_app using (org_id = current_org()) with check (org_id = current_org())', t);
    execute format('grant select, insert on %I to yinuo_app', t);
  end loop;
  foreach t in array array['customer', 'phrase', 'product', 'invoice', 'intake_draft', 'complaint', 'task', 'commitment', 'import_run', 'number_block'] loop
    execute format('grant update on %I to yinuo_app', t);
  end loop;
end $$;

grant delete on invoice_line, idempotency to yinuo_app;
grant update (read_at) on notice to yinuo_app;
grant update (complaint_id) on attachment to yinuo_app;

-- Search: array operators are not leakproof and would not use their index under row-level security. The function filters
-- the organisation itself and returns ids only; the caller reads the rows under his own rights.
create policy for_search on customer for select to yinuo_search using (true);
grant select on customer to yinuo_search;
-- Names that begin with what was typed come first, from their index. Of those that hold it elsewhere at most a thousand are
-- ranked: a word like 公司 stands in every name, and sorting a hundred thousand of them took 400 ms.
create function find_customers_by_name(p_org uuid, p_key text, p_grams text[], p_limit int)
  returns table (customer_id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off
  as $$
  begin
    if p_org is distinct from current_org() then raise exception 'organisation does not match'; end if;
    return query
      with beginning as (
        select c.customer_id, c.name_key, 1 as place from customer c
        where c.org_id = p_org and c.name_key >= p_key and c.name_key < p_key || chr(1114111)
        order by c.name_key limit p_limit
      ), holding as (
        select c.customer_id, c.name_key, position(p_key in c.name_key) as place from customer c
        where c.org_id = p_org and c.name_grams @> p_grams and position(p_key in c.name_key) > 1
          and (select count(*) from beginning) < p_limit
        limit greatest(p_limit, 1000)
      )
      select f.customer_id from (select * from beginning union all select * from holding) f
      order by f.place, case when f.place > 1 then length(f.name_key) end, f.name_key
      limit p_limit;
  end $$;
alter function find_customers_by_name(uuid, text, text[], int) owner to yinuo_search;
grant execute on function find_customers_by_name(uuid, text, text[], int) to yinuo_app;

-- Which organisations have something due by their own business time, and when the next thing is due in the others.
create policy for_worker on commitment for select to yinuo_search using (true);
grant select on commitment to yinuo_search;
create function due_organisations()
  returns table (org_id uuid, due_in_ms double precision)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.org_id,
      -- A frozen clock brings nothing nearer; look again when it is moved.
      case when o.clock_frozen_at is not null and n.next_fire_at > o.clock_frozen_at then null
        else greatest(0, extract(epoch from n.next_fire_at - coalesce(o.clock_frozen_at, clock_timestamp() + o.clock_offset)) * 1000) end
    from organisation o
    cross join lateral (
      select c.next_fire_at from commitment c
      where c.org_id = o.org_id and c.next_fire_at is not null
      order by c.next_fire_at limit 1
    ) n
  $$;
alter function due_organisations() owner to yinuo_search;
grant execute on function due_organisations() to yinuo_app;

-- For the metrics: how many commitments run, how many of them are late, how many the worker should have fired by now and how
-- far behind it is. Counts over all organisations, nothing of any one.
create function commitment_figures()
  returns table (running bigint, late bigint, unfired bigint, behind_seconds double precision)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select count(*) filter (where c.outcome = 'open'),
      count(*) filter (where c.outcome = 'open' and c.due_at < o.now),
      count(*) filter (where c.next_fire_at <= o.now),
      coalesce(extract(epoch from max(o.now - c.next_fire_at) filter (where c.next_fire_at <= o.now)), 0)::float8
    from (
      select org_id, coalesce(clock_frozen_at, clock_timestamp() + clock_offset) as now from organisation
    ) o join commitment c on c.org_id = o.org_id
  $$;
alter function commitment_figures() owner to yinuo_search;
grant execute on function commitment_figures() to yinuo_app;
