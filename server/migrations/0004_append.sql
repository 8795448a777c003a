-- One command, one commit (docs/adr/0002): each writes everything a command causes in one autocommitted call and returns
-- what is expected to happen now and then (a repeat, a stale version, a wrong clock) as a value, not as an error.

-- A block of numbers for one day; gaps are fine, a counter row touched by every registration would not be.
create function draw_numbers(p_org uuid, p_prefix text, p_day date, p_count int) returns int
  language plpgsql
  as $$
  declare first int;
  begin
    perform set_config('yinuo.org', p_org::text, true);
    insert into number_block as b (org_id, prefix, day, next) values (p_org, p_prefix, p_day, 1 + p_count)
    on conflict (org_id, prefix, day) do update set next = b.next + p_count
    returning next - p_count into first;
    return first;
  end $$;

create function write_events(p_org uuid, p_events jsonb) returns void
  language plpgsql
  as $$
  begin
    with e as materialized (
      select * from jsonb_to_recordset(p_events) as e (
        stream_id uuid, seq int, noun text, type text, actor_id uuid, business_at timestamptz, real_at timestamptz, digests jsonb, hash text,
        fields jsonb, salts jsonb
      )
    ), kept as (
      insert into event_value (org_id, stream_id, seq, fields, salts)
      select p_org, e.stream_id, e.seq, e.fields, e.salts from e
    )
    insert into event (org_id, stream_id, seq, noun, type, actor_id, business_at, real_at, digests, hash)
    select p_org, e.stream_id, e.seq, e.noun, e.type, e.actor_id, e.business_at, e.real_at, e.digests, decode(e.hash, 'hex') from e;
  end $$;

-- Opens new commitments and moves known ones from the version their writer saw; another version raises YN001 and undoes all.
create function write_commitments(p_org uuid, p_commitments jsonb) returns void
  language plpgsql
  as $$
  declare changed int;
  begin
    insert into commitment (org_id, commitment_id, complaint_id, kind, clock, seq, head_hash, state, owner_id, outcome, due_at, warn_at, missed_at, met_at, next_fire_at)
    select p_org, c.commitment_id, c.complaint_id, c.kind, c.clock, c.seq, decode(c.head_hash, 'hex'), c.state, c.owner_id, c.outcome, c.due_at, c.warn_at, c.missed_at, c.met_at, c.next_fire_at
    from jsonb_to_recordset(p_commitments) as c (
      commitment_id uuid, complaint_id uuid, kind text, clock text, expected int, seq int, head_hash text, state jsonb, owner_id uuid,
      outcome text, due_at timestamptz, warn_at timestamptz, missed_at timestamptz, met_at timestamptz, next_fire_at timestamptz
    )
    where c.expected = 0;
    get diagnostics changed = row_count;
    -- A registration only opens: nothing is read twice for it.
    if changed = jsonb_array_length(p_commitments) then return; end if;

    update commitment t set
      seq = c.seq, head_hash = decode(c.head_hash, 'hex'), state = c.state, owner_id = c.owner_id, outcome = c.outcome, due_at = c.due_at,
      warn_at = c.warn_at, missed_at = c.missed_at, met_at = c.met_at, next_fire_at = c.next_fire_at
    from jsonb_to_recordset(p_commitments) as c (
      commitment_id uuid, expected int, seq int, head_hash text, state jsonb, owner_id uuid,
      outcome text, due_at timestamptz, warn_at timestamptz, missed_at timestamptz, met_at timestamptz, next_fire_at timestamptz
    )
    where t.org_id = p_org and t.commitment_id = c.commitment_id and t.seq = c.expected and c.expected > 0;
    get diagnostics changed = row_count;
    if changed <> (select count(*) from jsonb_to_recordset(p_commitments) as c (expected int) where c.expected > 0) then
      raise exception 'a commitment moved meanwhile' using errcode = 'YN001';
    end if;
  end $$;

create function write_notices(p_org uuid, p_notices jsonb) returns void
  language plpgsql
  as $$
  begin
    insert into notice (org_id, notice_id, user_id, kind, complaint_id, commitment_id, stage, actor_id, content, created_at)
    select p_org, n.notice_id, n.user_id, n.kind, n.complaint_id, n.commitment_id, n.stage, n.actor_id, n.content, n.created_at
    from jsonb_to_recordset(p_notices) as n (
      notice_id uuid, user_id uuid, kind text, complaint_id uuid, commitment_id uuid, stage int, actor_id uuid, content jsonb, created_at timestamptz
    )
    on conflict (org_id, commitment_id, stage, user_id) where commitment_id is not null do nothing;
  end $$;

-- outcome: ok | replay | key-reused | stale | clock | session-ended. For a replay the kept answer comes with it.
create function append_complaint(
  p_org uuid, p_session uuid, p_user uuid, p_key text, p_input bytea, p_business timestamptz, p_expected int,
  p_id uuid, p_complaint jsonb, p_events jsonb, p_commitments jsonb, p_tasks jsonb, p_notices jsonb, p_draft uuid
) returns table (outcome text, subject_id uuid, version int)
  language plpgsql
  as $$
  declare
    next_version int := p_expected + 1;
    refused text;
    kept idempotency;
    found_rows int;
  begin
    perform set_config('yinuo.org', p_org::text, true);

    select case
      when p_session is not null and not exists (
        select from session s where s.org_id = p_org and s.session_id = p_session and s.revoked_at is null and s.expires_at > clock_timestamp()
      ) then 'session-ended'
      -- A node's own clock never decides anything.
      when abs(extract(epoch from p_business - business_now(p_org))) > 5 then 'clock'
    end into refused;
    if refused is not null then
      return query select refused, p_id, 0;
      return;
    end if;

    insert into idempotency as i (org_id, user_id, key, input_hash, status, subject_id, version)
    values (p_org, p_user, p_key, p_input, 200, p_id, next_version)
    on conflict do nothing;
    get diagnostics found_rows = row_count;
    if found_rows = 0 then
      select i.* into kept from idempotency i where i.org_id = p_org and i.user_id = p_user and i.key = p_key;
      return query select case when kept.input_hash = p_input then 'replay' else 'key-reused' end, kept.subject_id, kept.version;
      return;
    end if;

    -- State before events: the other order collides and deadlocks under load.
    if p_expected = 0 then
      insert into complaint (
        org_id, complaint_id, number, version, seq, head_hash, last_event_at, state, playbook, site_id, customer_id, customer_name, party, reason,
        channel, status, step, recorder_id, owner_id, handover_to, risk, daily_loss_fen, received_at, last_activity_at, signed_at,
        acknowledged_at, chased_at, closed_at, next_due_at, rank_at, awaiting
      )
      select p_org, p_id, c.number, 1, c.seq, decode(c.head_hash, 'hex'), p_business, c.state, c.playbook, c.site_id, c.customer_id, c.customer_name, c.party, c.reason,
        c.channel, c.status, c.step, c.recorder_id, c.owner_id, c.handover_to, c.risk, c.daily_loss_fen, c.received_at, c.last_activity_at, c.signed_at,
        c.acknowledged_at, c.chased_at, c.closed_at, c.next_due_at, c.rank_at, c.awaiting
      from jsonb_to_record(p_complaint) as c (
        number text, seq int, head_hash text, state jsonb, playbook text, site_id uuid, customer_id uuid, customer_name text, party text, reason text,
        channel text, status text, step text, recorder_id uuid, owner_id uuid, handover_to uuid, risk smallint, daily_loss_fen bigint,
        received_at timestamptz, last_activity_at timestamptz, signed_at timestamptz, acknowledged_at timestamptz, chased_at timestamptz,
        closed_at timestamptz, next_due_at timestamptz, rank_at timestamptz, awaiting text
      )
      on conflict (org_id, complaint_id) do nothing;
    else
      update complaint t set
        version = next_version, seq = c.seq, head_hash = decode(c.head_hash, 'hex'), last_event_at = p_business, state = c.state, status = c.status, step = c.step,
        owner_id = c.owner_id, handover_to = c.handover_to, customer_id = c.customer_id, last_activity_at = c.last_activity_at, signed_at = c.signed_at,
        acknowledged_at = c.acknowledged_at, chased_at = c.chased_at, closed_at = c.closed_at, next_due_at = c.next_due_at,
        rank_at = c.rank_at, risk = c.risk, awaiting = c.awaiting
      from jsonb_to_record(p_complaint) as c (
        seq int, head_hash text, state jsonb, status text, step text, owner_id uuid, handover_to uuid, customer_id uuid,
        last_activity_at timestamptz, signed_at timestamptz, acknowledged_at timestamptz, chased_at timestamptz, closed_at timestamptz, next_due_at timestamptz, rank_at timestamptz, risk smallint, awaiting text
      )
      where t.org_id = p_org and t.complaint_id = p_id and t.version = p_expected and t.last_event_at <= p_business;
    end if;
    get diagnostics found_rows = row_count;
    if found_rows = 0 then
      delete from idempotency i where i.org_id = p_org and i.user_id = p_user and i.key = p_key;
      return query select 'stale', p_id, 0;
      return;
    end if;

    perform write_events(p_org, p_events);
    if p_commitments <> '[]' then perform write_commitments(p_org, p_commitments); end if;
    if p_notices <> '[]' then perform write_notices(p_org, p_notices); end if;
    if p_tasks <> '[]' then
      insert into task (org_id, task_id, complaint_id, post, state, content, created_at)
      select p_org, k.task_id, p_id, k.post, k.state, k.content, p_business
      from jsonb_to_recordset(p_tasks) as k (task_id uuid, post text, state text, content jsonb)
      on conflict (org_id, task_id) do update set state = excluded.state, content = excluded.content;
    end if;
    if p_complaint ? 'involved' then
      insert into complaint_involved (org_id, user_id, complaint_id)
      select p_org, u::uuid, p_id from jsonb_array_elements_text(p_complaint -> 'involved') as u
      on conflict do nothing;
    end if;
    -- The draft has become the case; what was written in it stands there (architecture §4).
    if p_draft is not null then
      update intake_draft d set complaint_id = p_id, content = '{}', saved_at = p_business where d.org_id = p_org and d.draft_id = p_draft;
    end if;

    return query select 'ok', p_id, next_version;
  end $$;

-- Commands that came at the same time, one after the other in one transaction (ADR 6). Each sets its own organisation and is judged
-- as if it came alone; in the order of the cases, so that two groups never wait for each other. An error undoes the whole group.
create function append_complaints(p_items jsonb) returns table (item int, outcome text, subject_id uuid, version int)
  language plpgsql
  as $$
  declare one record;
  begin
    for one in
      select * from jsonb_to_recordset(p_items) as i (
        item int, org uuid, session uuid, author uuid, key text, input text, business timestamptz, expected int, id uuid, complaint jsonb,
        events jsonb, commitments jsonb, tasks jsonb, notices jsonb, draft uuid
      ) order by i.id
    loop
      return query select one.item, a.* from append_complaint(
        one.org, one.session, one.author, one.key, decode(one.input, 'hex'), one.business, one.expected, one.id, one.complaint,
        one.events, one.commitments, one.tasks, one.notices, one.draft
      ) a;
    end loop;
  end $$;

-- What a batch of fired clocks causes, inside the worker's transaction that holds their rows.
create function append_firings(p_org uuid, p_events jsonb, p_commitments jsonb, p_notices jsonb) returns void
  language plpgsql
  as $$
  begin
    perform write_events(p_org, p_events);
    perform write_commitments(p_org, p_commitments);
    perform write_notices(p_org, p_notices);
  end $$;

do $$
declare f text;
begin
  foreach f in array array[
    'draw_numbers(uuid, text, date, int)', 'write_events(uuid, jsonb)', 'write_commitments(uuid, jsonb)', 'write_notices(uuid, jsonb)',
    'append_complaint(uuid, uuid, uuid, text, bytea, timestamptz, int, uuid, jsonb, jsonb, jsonb, jsonb, jsonb, uuid)',
    'append_complaints(jsonb)', 'append_firings(uuid, jsonb, jsonb, jsonb)'
  ] loop
    execute format('grant execute on function %s to yinuo_app', f);
  end loop;
end $$;
