-- A backup reads the ledger for as long as it takes, and everything queues behind a lock that waits for it. A new day is attached as a
-- table of its own, which readers and writers do not notice; an old day that is being read stays until the next try.

create or replace function create_usage_partition(day date) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  partition text := 'usage_events_' || to_char(day, 'YYYYMMDD');
begin
  perform pg_advisory_xact_lock(7406732);
  if to_regclass('public.' || partition) is not null then
    return;
  end if;
  execute format('create table public.%I (like public.usage_events including all)', partition);
  execute format('alter table public.usage_events attach partition public.%I for values from (%L) to (%L)',
    partition, day || 'T00:00:00Z', (day + 1) || 'T00:00:00Z');
end $$;

alter function drop_usage_partition(date) set lock_timeout = '2s';
