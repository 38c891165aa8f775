-- Sums by day, for questions about a year. They are written in the transaction of the hours and months they belong to; whoever touches a day
-- touches its month as well, so nothing new is waited for.
--
-- Stop metering workers while this runs: those of the previous version do not write days. It takes about a minute for 50 million hours.

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
