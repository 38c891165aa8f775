-- The role that serves owns no table. What only an owner can do, and serving needs, is a function with the owner's rights: each does one
-- thing, checks by itself that it may be done, and is granted to the serving role by name (storage/database/serving-role.ts).

-- One number for all processes: two that create the same partition at once would collide in the catalog.
create function create_usage_partition(day date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(7406732);
  execute format('create table if not exists public.%I partition of public.usage_events for values from (%L) to (%L)',
    'usage_events_' || to_char(day, 'YYYYMMDD'), day || 'T00:00:00Z', (day + 1) || 'T00:00:00Z');
end $$;

-- Keeps a day's events from changing until the transaction ends.
create function lock_usage_partition(day date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  execute format('lock table public.%I in share mode', 'usage_events_' || to_char(day, 'YYYYMMDD'));
end $$;

-- Drops a day's raw events: only of a sealed month, and only when usage_retired_days holds what they sum up to. Its rows are the log.
create function drop_usage_partition(retired date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  partition text := 'usage_events_' || to_char(retired, 'YYYYMMDD');
  differs boolean;
begin
  if not exists (select from billing_books where sealed_through >= date_trunc('month', retired)::date) then
    raise exception 'the month of % is not sealed', retired using errcode = 'integrity_constraint_violation';
  end if;
  execute format('lock table public.%I in access exclusive mode', partition);
  execute format('select exists (
      (select organization_id, count(*) from public.%1$I group by organization_id)
      except (select organization_id, events from usage_retired_days where day = %2$L))', partition, retired)
    into differs;
  if differs then
    raise exception 'the events of % are not in usage_retired_days', retired using errcode = 'integrity_constraint_violation';
  end if;
  execute format('drop table public.%I', partition);
end $$;

-- Deletes audit entries, none that is younger than 90 days.
create function delete_audit_entries(before timestamptz, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- The smallest UUIDv7 of that time: ids sort by time, so no index of its own is needed.
  first_kept uuid := (lpad(to_hex((extract(epoch from before) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
  deleted integer;
begin
  if before > now() - interval '90 days' then
    raise exception 'audit entries are kept for 90 days at least' using errcode = 'integrity_constraint_violation';
  end if;
  delete from audit_log where id in (select id from audit_log where id < first_kept limit most);
  get diagnostics deleted = row_count;
  return deleted;
end $$;

revoke execute on function create_usage_partition(date), lock_usage_partition(date), drop_usage_partition(date),
  delete_audit_entries(timestamptz, integer) from public;
