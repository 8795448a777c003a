-- The customer's way in without an account (SYS-27): a link to one agreement, and a code that goes to his contact on file.
-- Token, code and pass are kept as digests only; the code's digest is mixed with the token, which stands nowhere, so that
-- nobody who reads the table can try six digits.
create table portal_link (
  org_id uuid not null,
  link_id uuid not null,
  complaint_id uuid not null,
  agreement_version int not null,
  token_hash bytea not null,
  means text not null check (means in ('sms', 'mail')),
  -- Of the contact as it was when the link was sent: another one on file makes the link void.
  contact_digest bytea not null,
  sent_by uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  code_hash bytea,
  code_expires_at timestamptz,
  code_tries smallint not null default 0,
  pass_hash bytea,
  pass_expires_at timestamptz,
  primary key (org_id, link_id),
  foreign key (org_id, complaint_id) references complaint
);
create unique index portal_link_by_token on portal_link (token_hash);
create index portal_link_by_complaint on portal_link (org_id, complaint_id, created_at desc);

alter table portal_link enable row level security;
alter table portal_link force row level security;
create policy own_organisation on portal_link to yinuo_app using (org_id = current_org()) with check (org_id = current_org());
create policy before_login on portal_link for select to yinuo_search using (true);
grant select, insert on portal_link to yinuo_app;
grant update (revoked_at, code_hash, code_expires_at, code_tries, pass_hash, pass_expires_at) on portal_link to yinuo_app;
grant select on portal_link to yinuo_search;

-- Whose link is this? Ids only; whether it still holds is asked inside its organisation.
create function find_portal_link(p_token_hash bytea)
  returns table (org_id uuid, link_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select l.org_id, l.link_id from portal_link l where l.token_hash = p_token_hash $$;

alter function find_portal_link(bytea) owner to yinuo_search;
grant execute on function find_portal_link(bytea) to yinuo_app;
