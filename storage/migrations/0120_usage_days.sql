-- Sums by day, for questions about a year. The database adds each hour to its day in the same statement, whichever version of a worker writes
-- the hour. Workers wait while this runs (usage waits in Redis): about a minute for 50 million hours.

create table usage_days (
  booked_in date not null,
  organization_id uuid not null,
  day date not null,
  link_id uuid not null,
  target_id uuid not null,
  tile_requests bigint not null default 0,
  tile_bytes bigint not null default 0,
  not_modified bigint not null default 0,
  accesses bigint not null default 0,
  primary key (booked_in, organization_id, day, link_id, target_id)
) with (fillfactor = 70);

create function add_hours_to_days() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into usage_days as known
    select booked_in, organization_id, (hour at time zone 'UTC')::date, link_id, target_id, sum(tile_requests)::bigint,
      sum(tile_bytes)::bigint, sum(not_modified)::bigint, sum(accesses)::bigint
    from added group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (booked_in, organization_id, day, link_id, target_id) do update set
      tile_requests = known.tile_requests + excluded.tile_requests, tile_bytes = known.tile_bytes + excluded.tile_bytes,
      not_modified = known.not_modified + excluded.not_modified, accesses = known.accesses + excluded.accesses;
  else
    insert into usage_days as known
    select booked_in, organization_id, (hour at time zone 'UTC')::date, link_id, target_id, sum(sign * tile_requests)::bigint,
      sum(sign * tile_bytes)::bigint, sum(sign * not_modified)::bigint, sum(sign * accesses)::bigint
    from (select *, 1 as sign from added union all select *, -1 from removed) as changes
    group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
    on conflict (booked_in, organization_id, day, link_id, target_id) do update set
      tile_requests = known.tile_requests + excluded.tile_requests, tile_bytes = known.tile_bytes + excluded.tile_bytes,
      not_modified = known.not_modified + excluded.not_modified, accesses = known.accesses + excluded.accesses;
  end if;
  return null;
end $$;

lock table usage_rollups in share row exclusive mode;

create trigger usage_rollups_days_insert after insert on usage_rollups referencing new table as added
  for each statement execute function add_hours_to_days();
create trigger usage_rollups_days_update after update on usage_rollups referencing old table as removed new table as added
  for each statement execute function add_hours_to_days();

insert into usage_days
select booked_in, organization_id, (hour at time zone 'UTC')::date, link_id, target_id, sum(tile_requests)::bigint, sum(tile_bytes)::bigint,
  sum(not_modified)::bigint, sum(accesses)::bigint
from usage_rollups group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5;

create trigger usage_days_sealed_insert after insert on usage_days referencing new table as added
  for each statement execute function refuse_sealed_insert();
create trigger usage_days_sealed_update after update on usage_days referencing old table as removed new table as added
  for each statement execute function refuse_sealed_update();
create trigger usage_days_sealed_delete after delete on usage_days referencing old table as removed
  for each statement execute function refuse_sealed_delete();
create trigger usage_days_kept before truncate on usage_days execute function refuse_change();
